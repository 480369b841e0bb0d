package dev.banyan.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * No field is static and can be changed.
 */
final class MutableStatics {

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
	}

}
