package dev.banyan.architecture;

import java.util.Optional;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * What surrounds the modules: only the adapter knows the legacy system, and the gateway
 * knows neither it nor a module.
 */
final class Outsiders {

	private static final Pattern LEGACY = Pattern.compile("(?i)woocommerce|wp-json|wordpress|\\bwp_[a-z]|\\bwc/v\\d");

	private Outsiders() {
	}

	static Rule onlyTheAdapterKnowsTheLegacySystem() {
		return new BoundaryRule("only-the-adapter-knows-the-legacy-system",
				"Modules know neither the adapter nor what the legacy system is called",
				"what the legacy system wants would outlive it",
				"keep its words, formats and exceptions in legacy-adapter and give the module words of its own",
				(findings) -> {
					ModuleLayout layout = findings.layout();
					for (JavaClass type : findings.code().classes()) {
						if (layout.moduleOf(type).isPresent()) {
							uses(findings, type, layout.adapter());
						}
					}
					for (ClassText type : findings.code().texts()) {
						if (layout.moduleOf(type.packageName()).isPresent()) {
							type.texts()
								.forEach((text) -> LEGACY.matcher(text.value())
									.results()
									.limit(1)
									.forEach((word) -> findings.in(type, text, word.group(),
											"names the legacy system: \"" + text.value().strip() + "\"")));
						}
					}
				});
	}

	static Rule theGatewayKnowsNoModule() {
		return new BoundaryRule("the-gateway-knows-no-module", "The gateway uses no module, and no module the gateway",
				"it moves capabilities that it has never heard of; modules must not notice that they are moved",
				"describe the capability in configuration; what both need belongs in the technical module",
				(findings) -> {
					ModuleLayout layout = findings.layout();
					for (JavaClass type : findings.code().classes()) {
						Optional<String> part = layout.partOf(type.getPackageName());
						if (part.filter(layout.gateway()::equals).isPresent()) {
							findings.code().modules().forEach((module) -> uses(findings, type, module));
							uses(findings, type, layout.adapter());
						}
						else if (layout.moduleOf(type).isPresent()) {
							uses(findings, type, layout.gateway());
						}
					}
				});
	}

	private static void uses(Findings findings, JavaClass type, String part) {
		for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
			JavaClass target = dependency.getTargetClass().getBaseComponentType();
			if (findings.layout().partOf(target.getPackageName()).filter(part::equals).isPresent()) {
				findings.use(type, dependency, type.getName() + " uses " + target.getName());
			}
		}
	}

}
