package dev.banyan.architecture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The ratchet for what modules may use: a declaration grows only together with a list
 * that is reviewed, and the list shrinks with the declarations. Without that list nothing
 * is compared.
 */
final class Permissions {

	private static final String LIST = "architecture-tests/permissions.txt";

	private Permissions() {
	}

	static Rule rule() {
		return new BoundaryRule("permissions-reviewed",
				"What modules may use is what the reviewed list of permissions says",
				"a declaration that grows with the code that needs it stops nobody",
				"do without the new dependency, or have its line in " + LIST
						+ " reviewed; take out what is not declared any more",
				(findings) -> {
					Map<String, Set<String>> granted = granted(findings.code().text(LIST));
					if (!granted.isEmpty()) {
						findings.code().modules().forEach((module) -> compare(findings, module, granted));
					}
				});
	}

	private static Map<String, Set<String>> granted(String list) {
		Map<String, Set<String>> granted = new LinkedHashMap<>();
		list.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach((line) -> {
			String[] parts = line.split(":", 2);
			granted.put(parts[0].strip(), names(parts.length > 1 ? parts[1] : ""));
		});
		return granted;
	}

	private static Set<String> names(String text) {
		Set<String> names = new TreeSet<>();
		for (String name : text.split(",")) {
			if (!name.isBlank()) {
				names.add(name.strip());
			}
		}
		return names;
	}

	private static void compare(Findings findings, String module, Map<String, Set<String>> granted) {
		Set<String> declared = new TreeSet<>(Dependencies.declaredBy(findings.code(), module).orElse(Set.of()));
		declared.removeAll(findings.layout().technical());
		Set<String> allowed = granted.getOrDefault(module, Set.of());
		Set<String> added = without(declared, allowed);
		if (!added.isEmpty()) {
			findings.at(declaration(findings.code(), module), "allowedDependencies",
					module + " declares " + Dependencies.names(added) + ", which " + LIST + " does not grant it");
		}
		Set<String> unused = without(allowed, declared);
		if (!unused.isEmpty()) {
			findings.in(module, LIST, "(?m)^" + module + "\\s*:",
					LIST + " grants " + module + " " + Dependencies.names(unused) + ", which it does not declare");
		}
	}

	private static JavaClass declaration(CodeBase code, String module) {
		return code.find(code.layout().basePackage() + "." + module + ".package-info").orElseThrow();
	}

	private static Set<String> without(Set<String> names, Set<String> others) {
		Set<String> rest = new TreeSet<>(names);
		rest.removeAll(others);
		return rest;
	}

}
