package dev.banyan.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * API types know only the JDK and other API types, and do not change.
 */
final class PlainApi {

	private static final List<String> PLAIN = List.of("java.", "org.jspecify.");

	private static final Set<String> MARKERS = Set.of("org.springframework.modulith.ApplicationModule");

	/** What an annotation carries, be it by default: the annotation itself is told. */
	private static final String OF_ANNOTATION = "has annotation member of type";

	private PlainApi() {
	}

	static Rule rule() {
		return new BoundaryRule("api-plain", "A module's API has no entity and no framework type in it",
				"whoever uses the API would depend on the framework and on how things are stored",
				"use interfaces and immutable records of JDK types and ids; runtime maps them to HTTP",
				(findings) -> findings.code()
					.classes()
					.stream()
					.filter(findings.layout()::isApi)
					.forEach((type) -> look(findings, type)));
	}

	private static void look(Findings findings, JavaClass type) {
		if (type.getSimpleName().equals("package-info")) {
			return;
		}
		if (isHandedOver(findings, type)) {
			type.getFields()
				.stream()
				.filter((field) -> Stream.of(JavaModifier.STATIC, JavaModifier.FINAL, JavaModifier.SYNTHETIC)
					.noneMatch(field.getModifiers()::contains))
				.limit(1)
				.forEach((field) -> findings.at(type, type.getName() + " can be changed: " + field.getName()));
		}
		ModuleLayout layout = findings.layout();
		for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
			JavaClass target = dependency.getTargetClass().getBaseComponentType();
			boolean framework = !target.isPrimitive() && !dependency.getDescription().contains(OF_ANNOTATION)
					&& layout.partOf(target.getPackageName()).isEmpty()
					&& PLAIN.stream().noneMatch(target.getName()::startsWith);
			boolean storage = target.getName().startsWith("java.sql.");
			boolean internal = layout.moduleOf(target).isPresent() && !layout.isApi(target);
			if ((framework && !MARKERS.contains(target.getName())) || internal || storage) {
				findings.use(type, dependency, type.getName() + " uses " + target.getName());
			}
		}
	}

	/** By an interface or in a record; a builder is not. */
	private static boolean isHandedOver(Findings findings, JavaClass type) {
		return type.getDirectDependenciesToSelf()
			.stream()
			.map(Dependency::getOriginClass)
			.anyMatch((user) -> (user.isInterface() || user.isRecord()) && findings.layout().isApi(user)
					&& type.getEnclosingClass().filter(user::equals).isEmpty());
	}

}
