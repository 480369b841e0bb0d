package dev.banyan.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each rule finds every violation that is planted for it, at its file and line, and no
 * more, says what to do, and leaves a clean twin alone.
 */
class EveryRuleBitesTests {

	@TempDir
	private Path folder;

	static Stream<Named<Rule>> rules() {
		return BoundaryRules.all().stream().map((rule) -> Named.of(rule.name(), rule));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void findsThePlantedViolationsAndSaysWhatToDo(Rule rule) {
		Planted planted = Planted.compile(Planted.sources().resolve(rule.name()).resolve("bad"), this.folder);
		List<Violation> violations = rule.violations(planted.code());
		assertThat(violations.stream().map(Violation::place).distinct())
			.containsExactlyInAnyOrderElementsOf(planted.marks());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(planted.code()))
			.withMessageContaining(rule.sentence())
			.withMessageContaining(rule.because())
			.withMessageContaining("Instead: " + rule.instead())
			.withMessageContaining(Planted.read(Planted.sources().resolve(rule.name()).resolve("message.txt")).strip());
	}

	@ParameterizedTest
	@MethodSource("rules")
	void leavesTheCleanTwinAlone(Rule rule) {
		CodeBase code = Planted.compile(Planted.sources().resolve(rule.name()).resolve("good"), this.folder).code();
		assertThat(code.classes()).isNotEmpty();
		assertThat(code.modules()).isNotEmpty();
		assertThat(rule.violations(code)).isEmpty();
	}

}
