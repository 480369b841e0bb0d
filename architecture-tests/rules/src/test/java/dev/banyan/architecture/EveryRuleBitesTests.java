package dev.banyan.architecture;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EveryRuleBitesTests {

	static Stream<Arguments> rules() {
		return Stream.of(
				planted("internals", ModuleRules::internalsAreClosed,
						"planted.internals.bad.stock.internal.Shelf is internal to stock", "root package"),
				planted("plain", ModuleRules::apiIsPlainJava, "jakarta.persistence.Entity", "JDK types and ids"),
				planted("schema", ModuleRules::entitiesLieInTheirModulesSchema,
						"Item lies in schema 'orders', not in 'stock'", "hold the id"),
				planted("transaction", ModuleRules::noTransactionCrossesASeam,
						"Ordering.place(planted.transaction.bad.stock.Stock)", "before or after the transaction"),
				planted("events", ModuleRules::eventsSayWhatHappenedAndWhen, "without occurredAt",
						"tells a repeated event"),
				planted("statics", ModuleRules::noMutableStaticState, "Counter.count is static and not final",
						"module's schema"));
	}

	private static Arguments planted(String name, Function<ModuleRules, ArchRule> rule, String violation,
			String advice) {
		return Arguments.of(name, rule, violation, advice);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void namesThePlantedViolationAndWhatToDo(String name, Function<ModuleRules, ArchRule> rule, String violation,
			String advice) {
		String base = "planted." + name + ".bad";
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.apply(in(base)).check(classes(base)))
			.withMessageContaining(violation)
			.withMessageContaining(advice);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void leavesTheCleanTwinAlone(String name, Function<ModuleRules, ArchRule> rule, String violation, String advice) {
		String base = "planted." + name + ".good";
		assertThat(classes(base)).isNotEmpty();
		assertThatCode(() -> rule.apply(in(base)).check(classes(base))).doesNotThrowAnyException();
	}

	private static ModuleRules in(String base) {
		return new ModuleRules(new ModuleLayout(base, Set.of()));
	}

	private static JavaClasses classes(String base) {
		return new ClassFileImporter().importPackages(base);
	}

}
