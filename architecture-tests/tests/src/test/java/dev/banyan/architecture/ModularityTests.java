package dev.banyan.architecture;

import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.banyan.MonolithApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private static final Set<String> BUSINESS = Set.of("settings", "inventory", "customers", "promotions", "taxes",
			"shipping", "payments", "catalog", "ordering", "reporting");

	private static final JavaClasses MONOLITH = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.banyan");

	@Test
	void modulesDependOnlyOnWhatTheyDeclare() {
		ApplicationModules modules = ApplicationModules.of(MonolithApplication.class);
		assertThat(modules.stream().map((module) -> module.getIdentifier().toString())).containsAll(BUSINESS);
		modules.verify();
	}

	static Stream<ArchRule> rules() {
		return new ModuleRules(new ModuleLayout("dev.banyan", Set.of("runtime", "legacy", "architecture"))).all()
			.stream();
	}

	@ParameterizedTest
	@MethodSource("rules")
	void everyRuleHolds(ArchRule rule) {
		rule.check(MONOLITH);
	}

}
