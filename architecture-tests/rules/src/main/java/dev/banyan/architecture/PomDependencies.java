package dev.banyan.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The poms say the same as the declarations.
 */
final class PomDependencies {

	/**
	 * Where another module is named.
	 *
	 * @param pom the file
	 * @param artifact as what
	 */
	private record Named(String pom, String artifact) {
	}

	private PomDependencies() {
	}

	static Rule rule() {
		return new BoundaryRule("dependencies-equal-poms",
				"A module's pom has the dependencies that its package-info.java declares",
				"what the compiler sees and what the declaration says must not drift apart",
				"add to or remove from both: the pom and allowedDependencies", (findings) -> {
					for (String module : findings.code().modules()) {
						Dependencies.declaredBy(findings.code(), module)
							.ifPresent((declared) -> compare(findings, module, declared));
					}
				});
	}

	private static void compare(Findings findings, String module, Set<String> declared) {
		Map<String, Artifact> byName = findings.code()
			.artifacts()
			.stream()
			.collect(Collectors.toMap(Artifact::name, (one) -> one));
		List<Path> poms = byName.values()
			.stream()
			.filter((artifact) -> artifact.module().filter(module::equals).isPresent() && !artifact.isService())
			.map(Artifact::pom)
			.sorted()
			.toList();
		Map<String, Named> inPoms = new TreeMap<>();
		for (Artifact part : byName.values()) {
			if (poms.contains(part.pom())) {
				for (String needed : part.dependencies()) {
					Optional<Artifact> other = Optional.ofNullable(byName.get(needed));
					other.flatMap(Artifact::module).filter((name) -> !name.equals(module)).ifPresent((name) -> {
						inPoms.put(name, new Named(findings.code().relative(part.pom()), needed));
					});
					if (other.isPresent() && other.get().module().isEmpty()) {
						findings.in(module, findings.code().relative(part.pom()), line(needed),
								"the pom of " + module + " names " + needed + ", which is no module");
					}
				}
			}
		}
		Set<String> named = new TreeSet<>(inPoms.keySet());
		if (poms.isEmpty() || named.equals(declared)) {
			return;
		}
		String words = "the pom of " + module + " names " + Dependencies.names(named) + ", package-info.java "
				+ Dependencies.names(declared);
		inPoms.forEach((other, place) -> {
			if (!declared.contains(other)) {
				findings.in(module, place.pom(), line(place.artifact()), words);
			}
		});
		if (named.containsAll(declared)) {
			return;
		}
		JavaClass declaration = findings.code()
			.find(findings.layout().basePackage() + "." + module + ".package-info")
			.orElseThrow();
		findings.at(declaration, "allowedDependencies", words);
	}

	private static String line(String artifact) {
		return "<artifactId>\\s*" + Pattern.quote(artifact) + "\\s*</artifactId>";
	}

}
