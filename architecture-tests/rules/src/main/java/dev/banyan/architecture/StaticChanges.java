package dev.banyan.architecture;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Follows what lies on a method's stack, from one branch to the next, to tell which
 * static fields hold something that is made to be filled, or is changed.
 */
final class StaticChanges {

	private static final String UNKNOWN = "";

	private static final String FILLABLE = "=";

	private static final Set<String> FACTORIES = Set.of("newKeySet", "synchronizedMap", "synchronizedList",
			"synchronizedSet", "synchronizedCollection", "newSetFromMap", "newHashMap", "newArrayList",
			"newConcurrentMap", "newHashSet");

	private static final Pattern CHANGES = Pattern
		.compile("(put|add|remove|set|push|offer|append|compute|merge|replace|clear|poll|pop|insert|delete|retain|sort"
				+ "|drain)([A-Z]\\w*)?");

	private static final Pattern HOLDERS = Pattern
		.compile("java/util/(concurrent/)?\\w*(Map|List|Set|Queue|Deque|Collection|Vector|Stack)");

	private final boolean begin;

	private final Predicate<String> container;

	private final Set<String> changed;

	private final List<String> stack = new ArrayList<>();

	private StaticChanges(MethodModel method, Predicate<String> container, Set<String> changed) {
		this.begin = method.methodName().equalsString("<clinit>");
		this.container = container;
		this.changed = changed;
	}

	/** Notes the full names of such fields. */
	static void in(MethodModel method, Predicate<String> container, Set<String> changed) {
		StaticChanges changes = new StaticChanges(method, container, changed);
		for (CodeElement element : method.code().<Iterable<CodeElement>>map((code) -> code).orElse(List.of())) {
			if (element instanceof Instruction instruction) {
				changes.step(instruction);
			}
		}
	}

	private void step(Instruction instruction) {
		switch (instruction) {
			case FieldInstruction field -> field(field);
			case InvokeInstruction call -> call(call);
			case InvokeDynamicInstruction dynamic -> {
				pop(dynamic.typeSymbol().parameterCount());
				push(UNKNOWN);
			}
			case LoadInstruction load -> push(UNKNOWN);
			case ConstantInstruction constant -> push(UNKNOWN);
			case NewObjectInstruction made ->
				push(this.container.test(made.className().asInternalName().replace('/', '.')) ? FILLABLE : UNKNOWN);
			case NewPrimitiveArrayInstruction array -> replace(1);
			case NewReferenceArrayInstruction array -> replace(1);
			case ArrayLoadInstruction load -> replace(2);
			case ArrayStoreInstruction store -> {
				pop(2);
				change(pop(1));
			}
			case StackInstruction stacked -> stack(stacked);
			case OperatorInstruction operator -> replace(operands(operator));
			case StoreInstruction store -> pop(1);
			case TypeCheckInstruction check -> {
			}
			case ConvertInstruction convert -> {
			}
			case IncrementInstruction increment -> {
			}
			case NopInstruction nothing -> {
			}
			case BranchInstruction branch -> this.stack.clear();
			default -> this.stack.clear();
		}
	}

	private static int operands(OperatorInstruction operator) {
		return (operator.opcode().name().endsWith("NEG") || operator.opcode() == Opcode.ARRAYLENGTH) ? 1 : 2;
	}

	private void field(FieldInstruction field) {
		switch (field.opcode()) {
			case GETSTATIC -> push(field.owner().asInternalName().replace('/', '.') + "." + field.name().stringValue());
			case PUTSTATIC -> {
				if (pop(1).equals(FILLABLE) && this.begin) {
					this.changed
						.add(field.owner().asInternalName().replace('/', '.') + "." + field.name().stringValue());
				}
			}
			case GETFIELD -> replace(1);
			default -> pop(2);
		}
	}

	private void call(InvokeInstruction call) {
		String name = call.name().stringValue();
		pop(call.typeSymbol().parameterCount());
		if (name.equals("<init>")) {
			pop(1);
			return;
		}
		if (call.opcode() != Opcode.INVOKESTATIC) {
			String receiver = pop(1);
			if (CHANGES.matcher(name).matches() && HOLDERS.matcher(call.owner().asInternalName()).matches()) {
				change(receiver);
			}
		}
		if (!call.typeSymbol().returnType().equals(ConstantDescs.CD_void)) {
			push(FACTORIES.contains(name) ? FILLABLE : UNKNOWN);
		}
	}

	private void change(String receiver) {
		if (!this.begin && !receiver.equals(UNKNOWN) && !receiver.equals(FILLABLE)) {
			this.changed.add(receiver);
		}
	}

	private void stack(StackInstruction instruction) {
		int size = this.stack.size();
		switch (instruction.opcode()) {
			case DUP -> push((size > 0) ? this.stack.getLast() : UNKNOWN);
			case DUP2 -> {
				push((size > 1) ? this.stack.get(size - 2) : UNKNOWN);
				push((size > 0) ? this.stack.get(size - 1) : UNKNOWN);
			}
			case POP -> pop(1);
			default -> this.stack.clear();
		}
	}

	private void push(String value) {
		this.stack.add(value);
	}

	private void replace(int values) {
		pop(values);
		push(UNKNOWN);
	}

	/** The lowest of so many values. */
	private String pop(int values) {
		String last = UNKNOWN;
		for (int i = 0; i < values && !this.stack.isEmpty(); i++) {
			last = this.stack.removeLast();
		}
		return last;
	}

}
