package dev.banyan.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The poms say the same as the declarations.
 */
final class PomDependencies {

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
		Map<String, Path> inPoms = new TreeMap<>();
		for (Artifact part : byName.values()) {
			if (poms.contains(part.pom())) {
				for (String needed : part.dependencies()) {
					Optional.ofNullable(byName.get(needed))
						.flatMap(Artifact::module)
						.filter((other) -> !other.equals(module))
						.ifPresent((other) -> inPoms.put(other, part.pom()));
				}
			}
		}
		Set<String> named = new TreeSet<>(inPoms.keySet());
		if (!poms.isEmpty() && !named.equals(declared)) {
			Path pom = named.stream()
				.filter((other) -> !declared.contains(other))
				.map(inPoms::get)
				.findFirst()
				.orElse(poms.getLast());
			findings.in(module, pom, 0, "the pom of " + module + " names " + Dependencies.names(named)
					+ ", package-info.java " + Dependencies.names(declared));
		}
	}

}
