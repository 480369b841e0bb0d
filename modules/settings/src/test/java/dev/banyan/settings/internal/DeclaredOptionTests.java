package dev.banyan.settings.internal;

import java.util.List;
import java.util.Map;

import dev.banyan.settings.InvalidSettingValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeclaredOptionTests {

	@Test
	void checkboxIsYesOrNo() {
		DeclaredOption checkbox = option("checkbox", null);
		assertThat(checkbox.accepted("yes")).isEqualTo("yes");
		assertThatExceptionOfType(InvalidSettingValue.class).isThrownBy(() -> checkbox.accepted("perhaps"));
	}

	@Test
	void selectTakesOnlyWhatMayBeChosen() {
		DeclaredOption select = option("select", Map.of("left", "Left"));
		assertThat(select.accepted("left")).isEqualTo("left");
		assertThatExceptionOfType(InvalidSettingValue.class).isThrownBy(() -> select.accepted("above"));
	}

	@Test
	void textIsNeitherListNorObject() {
		DeclaredOption text = option("text", null);
		assertThat(text.accepted(" Main Street 1 ")).isEqualTo("Main Street 1");
		assertThat(text.accepted(null)).isEqualTo("");
		assertThatExceptionOfType(InvalidSettingValue.class).isThrownBy(() -> text.accepted(List.of("a")));
	}

	@Test
	void multiselectIsAListOfTexts() {
		assertThat(option("multiselect", null).accepted(List.of("DE", "FR"))).isEqualTo(List.of("DE", "FR"));
		assertThatExceptionOfType(InvalidSettingValue.class)
			.isThrownBy(() -> option("multiselect", null).accepted("DE"));
	}

	@Test
	void shipsEveryDeclarationWithAUniqueId() {
		DeclaredOption[] shipped = Resources.read("options.json", DeclaredOption[].class);
		assertThat(shipped).extracting(DeclaredOption::id).doesNotHaveDuplicates().contains("woocommerce_calc_taxes");
	}

	@Test
	void knowsTheLocalFormatOfEveryCountry() {
		assertThat(new ShippedReferenceData().countries()).hasSize(249)
			.allSatisfy((country) -> assertThat(country.format().currency()).hasSize(3));
	}

	private static DeclaredOption option(String type, @Nullable Map<String, String> options) {
		return new DeclaredOption("general", "an_option", "", "", type, "", "", null, options);
	}

}
