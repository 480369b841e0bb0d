package dev.banyan.architecture;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a method calls, which lambdas it makes, and whether it runs in a transaction.
 *
 * @param type its class
 * @param id itself
 * @param calls what it calls, in order
 * @param annotations what it is annotated with
 * @param transactional whether an annotation puts it into a transaction
 * @param detached whether an annotation keeps it out of its caller's transaction
 */
record Calls(ClassText type, Id id, List<Call> calls, List<Annotation> annotations, boolean transactional,
		boolean detached) {

	static final Set<String> TRANSACTIONAL = Set.of("Lorg/springframework/transaction/annotation/Transactional;",
			"Ljakarta/transaction/Transactional;", "Lorg/springframework/modulith/events/ApplicationModuleListener;",
			"Ljakarta/persistence/PrePersist;", "Ljakarta/persistence/PreUpdate;", "Ljakarta/persistence/PreRemove;",
			"Ljakarta/persistence/PostPersist;", "Ljakarta/persistence/PostUpdate;",
			"Ljakarta/persistence/PostRemove;");

	private static final String STATUS = "Lorg/springframework/transaction/TransactionStatus;";

	private static final Set<String> MANAGERS = Set.of("org/springframework/transaction/PlatformTransactionManager",
			"org/springframework/transaction/support/AbstractPlatformTransactionManager");

	private static final Set<String> OUTSIDE = Set.of("NOT_SUPPORTED", "NEVER");

	/**
	 * A method.
	 *
	 * @param owner its class, with slashes
	 * @param name its name
	 * @param descriptor its parameters and result
	 */
	record Id(String owner, String name, String descriptor) {

		String className() {
			return this.owner.replace('/', '.');
		}

		/** As its source has it: a lambda is part of the method around it. */
		String named() {
			return className() + "." + this.name.replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
		}

		@Override
		public String toString() {
			return className() + "." + this.name;
		}

	}

	/**
	 * A call, or a lambda that is made.
	 *
	 * @param target what is called, or the lambda's body
	 * @param line where
	 * @param made the functional interface, if it is a lambda; otherwise empty
	 * @param statically whether a static method is called
	 */
	record Call(Id target, int line, Optional<String> made, boolean statically) {
	}

	/**
	 * The methods of a class.
	 * @param type the class
	 * @param annotations descriptors of annotations that put into a transaction
	 * @param inherited whether a superclass or an interface has one of them
	 */
	static List<Calls> of(ClassText type, Set<String> annotations, boolean inherited) {
		boolean whole = (inherited || annotated(type.model(), annotations)) && !outside(type.model());
		List<Calls> all = new ArrayList<>();
		for (MethodModel method : type.model().methods()) {
			Id id = new Id(type.model().thisClass().asInternalName(), method.methodName().stringValue(),
					method.methodType().stringValue());
			boolean outside = outside(method);
			List<Call> calls = calls(method);
			boolean begins = (annotated(method, annotations) && !outside) || beforeCommit(method)
					|| id.descriptor().contains(STATUS) || calls.stream().anyMatch(Calls::begins);
			boolean visible = !id.name().startsWith("lambda$") && !id.name().startsWith("<");
			boolean async = annotated(method, Set.of("Lorg/springframework/scheduling/annotation/Async;"));
			all.add(new Calls(type, id, calls, annotations(method), begins || (whole && visible && !outside),
					outside || async));
		}
		return all;
	}

	/** A transaction that is begun by hand. */
	private static boolean begins(Call call) {
		return MANAGERS.contains(call.target().owner()) && call.target().name().equals("getTransaction");
	}

	private static boolean beforeCommit(AttributedElement element) {
		return annotations(element).stream()
			.flatMap((one) -> one.elements().stream())
			.anyMatch((one) -> one.value() instanceof AnnotationValue.OfEnum constant
					&& constant.constantName().stringValue().equals("BEFORE_COMMIT"));
	}

	private static List<Call> calls(MethodModel method) {
		List<Call> calls = new ArrayList<>();
		int line = 0;
		for (CodeElement element : method.code().<Iterable<CodeElement>>map((code) -> code).orElse(List.of())) {
			if (element instanceof LineNumber number) {
				line = number.line();
			}
			else if (element instanceof InvokeInstruction call) {
				calls.add(new Call(
						new Id(call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue()),
						line, Optional.empty(), call.opcode() == Opcode.INVOKESTATIC));
			}
			else if (element instanceof InvokeDynamicInstruction dynamic) {
				String made = dynamic.typeSymbol().returnType().descriptorString();
				for (var argument : dynamic.invokedynamic().bootstrap().arguments()) {
					if (argument instanceof MethodHandleEntry handle) {
						var body = handle.reference();
						calls.add(new Call(new Id(body.owner().asInternalName(), body.name().stringValue(),
								body.type().stringValue()), line, Optional.of(made), false));
					}
				}
			}
		}
		return calls;
	}

	static boolean annotated(AttributedElement element, Set<String> types) {
		return annotations(element).stream().anyMatch((one) -> types.contains(one.className().stringValue()));
	}

	private static boolean outside(AttributedElement element) {
		return annotations(element).stream()
			.flatMap((one) -> one.elements().stream())
			.anyMatch((one) -> one.value() instanceof AnnotationValue.OfEnum constant
					&& OUTSIDE.contains(constant.constantName().stringValue()));
	}

	private static List<Annotation> annotations(AttributedElement element) {
		return element.findAttribute(Attributes.runtimeVisibleAnnotations())
			.map((visible) -> visible.annotations())
			.orElse(List.of());
	}

}
