package dev.banyan.architecture;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small shop with everything in it that architects know to keep a module from leaving,
 * beside code that only looks like it. The source says which lines are blockers.
 */
class PlantedBlockersTests {

	private static final double ENOUGH = 0.95;

	@TempDir
	private Path folder;

	@Test
	void findsBlockersAtTheirLinesAndHardlyAnythingElse() {
		Planted planted = Planted.compile(Path.of("src/test/resources/blockers"), this.folder);
		Map<String, String> blockers = planted.blockers();
		Instant begin = Instant.now();
		CodeBase code = planted.code();
		Map<String, Set<String>> found = new TreeMap<>();
		for (Rule rule : BoundaryRules.all()) {
			for (Violation violation : rule.violations(code)) {
				found.computeIfAbsent(violation.place(), (place) -> new TreeSet<>())
					.add(rule.name() + ": " + violation.what());
			}
		}
		Duration took = Duration.between(begin, Instant.now());
		List<String> missed = blockers.entrySet()
			.stream()
			.filter((blocker) -> !found.containsKey(blocker.getKey()))
			.map((blocker) -> blocker.getKey() + " " + blocker.getValue())
			.toList();
		List<String> wrong = found.entrySet()
			.stream()
			.filter((place) -> !blockers.containsKey(place.getKey()))
			.map((place) -> place.getKey() + " " + place.getValue())
			.toList();
		double recall = 1 - missed.size() / (double) blockers.size();
		double precision = 1 - wrong.size() / (double) found.size();
		System.out.printf("%d blockers of %d kinds, %d look-alikes; recall %.3f, precision %.3f; %d classes in %d ms%n",
				blockers.size(), Set.copyOf(blockers.values()).size(), planted.lookAlikes(), recall, precision,
				code.classes().size(), took.toMillis());
		missed.forEach((blocker) -> System.out.println("missed: " + blocker));
		wrong.forEach((place) -> System.out.println("no blocker: " + place));
		assertThat(blockers).hasSizeGreaterThanOrEqualTo(60);
		assertThat(blockers.values().stream().collect(Collectors.toSet())).hasSizeGreaterThanOrEqualTo(12);
		assertThat(planted.lookAlikes()).isGreaterThanOrEqualTo(30);
		assertThat(recall).as("missed: " + String.join("\n", missed)).isGreaterThanOrEqualTo(ENOUGH);
		assertThat(precision).as("no blockers: " + String.join("\n", wrong)).isGreaterThanOrEqualTo(ENOUGH);
	}

}
