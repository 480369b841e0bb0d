package dev.banyan.architecture;

import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * No field is static and can be changed.
 */
final class MutableStatics {

	private static final Pattern CONTAINERS = Pattern.compile(
			"java\\.util\\.(concurrent\\.)?(Hash|LinkedHash|Tree|Weak|WeakHash|Concurrent|ConcurrentHash|Array|Linked|"
					+ "CopyOnWriteArray|ConcurrentSkipList|Priority|ArrayBlocking|LinkedBlocking|ConcurrentLinked)"
					+ "(Map|List|Set|Queue|Deque)|java\\.util\\.concurrent\\.atomic\\.\\w+|java\\.lang\\.StringBuilder");

	private MutableStatics() {
	}

	static Rule rule() {
		return new BoundaryRule("no-mutable-statics", "No state is kept in static fields",
				"two processes do not share it", "keep it in the module's schema, or in a bean if it may be lost",
				(findings) -> {
					for (JavaClass type : findings.code().classes()) {
						for (JavaField field : type.getFields()) {
							look(findings, type, field);
						}
					}
				});
	}

	private static void look(Findings findings, JavaClass type, JavaField field) {
		boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
		if (field.getModifiers().contains(JavaModifier.STATIC) && !synthetic
				&& !field.getModifiers().contains(JavaModifier.FINAL)) {
			findings.at(type, "\\b" + field.getName() + "\\s*[;=]", field.getFullName() + " is static and not final");
		}
		else if (field.getModifiers().contains(JavaModifier.STATIC) && !synthetic && canBeFilled(type, field)) {
			findings.at(type, "\\b" + field.getName() + "\\s*[;=]",
					field.getFullName() + " is static and can be filled");
		}
	}

	/** A container that is made empty and given to the field as it is. */
	private static boolean canBeFilled(JavaClass type, JavaField field) {
		if (CONTAINERS.matcher(field.getRawType().getName()).matches()) {
			return true;
		}
		return type.getStaticInitializer()
			.stream()
			.flatMap((begin) -> begin.getFieldAccesses().stream())
			.filter((access) -> access.getAccessType() == AccessType.SET
					&& access.getTarget().resolveMember().filter(field::equals).isPresent())
			.anyMatch((access) -> madeHere(access, field) && !copiedHere(access));
	}

	private static boolean madeHere(JavaFieldAccess access, JavaField field) {
		return access.getOrigin()
			.getConstructorCallsFromSelf()
			.stream()
			.filter((made) -> made.getLineNumber() == access.getLineNumber())
			.filter((made) -> made.getTargetOwner().isAssignableTo(field.getRawType().getName()))
			.anyMatch((made) -> CONTAINERS.matcher(made.getTargetOwner().getName()).matches());
	}

	private static boolean copiedHere(JavaFieldAccess access) {
		return access.getOrigin()
			.getMethodCallsFromSelf()
			.stream()
			.filter((call) -> call.getLineNumber() == access.getLineNumber())
			.anyMatch((call) -> call.getName().matches("copyOf|unmodifiable.*"));
	}

}
