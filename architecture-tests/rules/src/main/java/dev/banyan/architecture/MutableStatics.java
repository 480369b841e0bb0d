package dev.banyan.architecture;

import java.lang.classfile.MethodModel;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * No field is static and can be changed.
 */
final class MutableStatics {

	private static final Pattern CONTAINERS = Pattern
		.compile("java\\.util\\.(concurrent\\.)?(Hash|LinkedHash|Tree|Weak|WeakHash|IdentityHash|Enum|Concurrent"
				+ "|ConcurrentHash|Array|Linked|CopyOnWriteArray|ConcurrentSkipList|Priority|ArrayBlocking"
				+ "|LinkedBlocking|ConcurrentLinked|PriorityBlocking|Delay)(Map|List|Set|Queue|Deque)"
				+ "|java\\.util\\.(Vector|Stack|Hashtable|Properties|BitSet|Date|Calendar|GregorianCalendar|Random)"
				+ "|java\\.util\\.concurrent\\.atomic\\.\\w+|java\\.lang\\.(StringBuilder|StringBuffer|ThreadLocal"
				+ "|InheritableThreadLocal)|java\\.util\\.concurrent\\.(Semaphore|CountDownLatch|locks\\..*Lock|\\w*Executor(Service)?)"
				+ "|java\\.text\\.\\w+Format");

	/** Not what does the same for all, however many processes there are. */
	private static final Pattern HARMLESS = Pattern.compile("java\\.util\\.Random");

	private MutableStatics() {
	}

	static Rule rule() {
		return new BoundaryRule("no-mutable-statics", "No state is kept in static fields",
				"two processes do not share it", "keep it in the module's schema, or in a bean if it may be lost",
				(findings) -> {
					Set<String> changed = changed(findings.code());
					for (JavaClass type : findings.code().classes()) {
						for (JavaField field : type.getFields()) {
							look(findings, type, field, changed);
						}
					}
				});
	}

	private static void look(Findings findings, JavaClass type, JavaField field, Set<String> changed) {
		if (type.isEnum() && changes(field)) {
			findings.at(type, "\\b" + field.getName() + "\\s*[;=]",
					field.getFullName() + " is held by a constant and can change");
		}
		if (!field.getModifiers().contains(JavaModifier.STATIC)
				|| field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
			return;
		}
		String declaration = "\\b" + field.getName() + "\\s*[;=]";
		if (!field.getModifiers().contains(JavaModifier.FINAL)) {
			findings.at(type, declaration, field.getFullName() + " is static and not final");
		}
		else if (isContainer(field.getRawType().getName()) || changed.contains(field.getFullName())
				|| holdsState(findings, field.getRawType())) {
			findings.at(type, declaration, field.getFullName() + " is static and can be filled");
		}
	}

	private static boolean isContainer(String type) {
		return CONTAINERS.matcher(type).matches() && !HARMLESS.matcher(type).matches();
	}

	/** A class of this code base whose objects change. */
	private static boolean holdsState(Findings findings, JavaClass type) {
		return findings.code().find(type.getName()).isPresent() && !type.isRecord() && !type.isEnum()
				&& !type.isInterface() && type.getFields().stream().anyMatch(MutableStatics::changes);
	}

	private static boolean changes(JavaField field) {
		return !field.getModifiers().contains(JavaModifier.STATIC)
				&& (!field.getModifiers().contains(JavaModifier.FINAL) || isContainer(field.getRawType().getName()));
	}

	/** Fields that are made to be filled, or that some method changes the content of. */
	private static Set<String> changed(CodeBase code) {
		Set<String> changed = new HashSet<>();
		for (ClassText type : code.texts()) {
			for (MethodModel method : type.model().methods()) {
				StaticChanges.in(method, MutableStatics::isContainer, changed);
			}
		}
		return changed;
	}

}
