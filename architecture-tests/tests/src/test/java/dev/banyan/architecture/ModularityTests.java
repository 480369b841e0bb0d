package dev.banyan.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.banyan.MonolithApplication;
import dev.banyan.architecture.tool.Crossings;
import dev.banyan.architecture.tool.LivingDocumentation;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * The boundaries of this code base hold: docs/boundaries.md.
 */
class ModularityTests {

	private static final List<String> BUSINESS = List.of("catalog", "customers", "inventory", "ordering", "payments",
			"promotions", "reporting", "settings", "shipping", "taxes", "webhooks");

	private static final Path ROOT = root();

	private static final CodeBase CODE = CodeBase.of(ROOT,
			ModuleLayout.read(ROOT.resolve("architecture-tests/boundaries.properties")));

	private static final KnownViolations KNOWN = KnownViolations
		.read(ROOT.resolve("architecture-tests/known-violations.txt"));

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("banyan"))) {
			folder = folder.getParent();
		}
		return folder;
	}

	@Test
	void looksAtEveryModule() {
		assertThat(CODE.modules()).containsExactlyElementsOf(BUSINESS);
		assertThat(CODE.classes()).hasSizeGreaterThan(600);
	}

	@Test
	void springModulithAgrees() {
		ApplicationModules modules = ApplicationModules.of(MonolithApplication.class);
		assertThat(modules.stream().map((module) -> module.getIdentifier().toString())).containsAll(BUSINESS);
		modules.verify();
	}

	static Stream<Named<Rule>> rules() {
		return BoundaryRules.all().stream().map((rule) -> Named.of(rule.name(), rule));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void everyRuleHolds(Rule rule) {
		List<Violation> violations = KNOWN.without(rule.violations(CODE), LocalDate.now());
		if (!violations.isEmpty()) {
			fail(rule.explain(violations));
		}
	}

	@Test
	void generatedPagesAreWhatTheCodeSays() {
		assertThat(new LivingDocumentation(ROOT, CODE).stale()).as("write them anew with ./banyan docs").isEmpty();
	}

	@Test
	void everyCallAndEventBetweenModulesHasAPact() {
		Crossings crossings = new Crossings(ROOT, CODE);
		assertThat(crossings.withoutPact()).as("add it to the PactTests of the consumer").isEmpty();
		assertThat(crossings.withoutNeed()).as("nobody needs it any more; take it out of the PactTests").isEmpty();
	}

	@Test
	void theListOfKnownViolationsOnlyShrinks() {
		List<Violation> found = new ArrayList<>();
		BoundaryRules.all().forEach((rule) -> found.addAll(rule.violations(CODE)));
		assertThat(KNOWN.mended(found)).as("mended: remove them from architecture-tests/known-violations.txt")
			.isEmpty();
	}

}
