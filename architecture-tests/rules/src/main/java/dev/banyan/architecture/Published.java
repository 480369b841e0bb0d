package dev.banyan.architecture;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a class hands to Spring's event publisher, as far as the code says so.
 *
 * @param type the class of the event
 * @param line where it is published
 */
record Published(String type, int line) {

	/** The last two are those of Spring Data's aggregates. */
	private static final Set<String> PUBLISHING = Set.of("publishEvent", "registerEvent", "andEvent");

	static List<Published> by(ClassText text) {
		List<Published> all = new ArrayList<>();
		for (MethodModel method : text.model().methods()) {
			method.code().ifPresent((code) -> in(code, all));
		}
		return all;
	}

	private static void in(CodeModel code, List<Published> all) {
		int line = 0;
		Instruction before = null;
		for (CodeElement element : code) {
			if (element instanceof LineNumber number) {
				line = number.line();
			}
			if (element instanceof Instruction instruction) {
				if (instruction instanceof InvokeInstruction call && PUBLISHING.contains(call.name().stringValue())
						&& call.type().stringValue().startsWith("(Ljava/lang/Object;)")) {
					int at = line;
					type(code, before).ifPresent((type) -> all.add(new Published(name(type), at)));
				}
				before = instruction;
			}
		}
	}

	/** What the instruction before the call leaves behind. */
	private static Optional<ClassDesc> type(CodeModel code, @Nullable Instruction before) {
		return switch (before) {
			case InvokeInstruction made when made.name().equalsString("<init>") -> Optional.of(made.owner().asSymbol());
			case InvokeInstruction call -> Optional.of(call.typeSymbol().returnType());
			case FieldInstruction field -> Optional.of(field.typeSymbol());
			case LoadInstruction load -> code.elementStream()
				.filter((element) -> element instanceof LocalVariable variable && variable.slot() == load.slot())
				.map((element) -> ((LocalVariable) element).typeSymbol())
				.findFirst();
			case null, default -> Optional.empty();
		};
	}

	private static String name(ClassDesc type) {
		return (type.packageName().isEmpty() ? "" : type.packageName() + ".") + type.displayName();
	}

}
