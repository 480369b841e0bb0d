package dev.banyan.settings.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.banyan.settings.InvalidSettingValue;
import dev.banyan.settings.SettingGroup;
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
	void multiselectTakesOnlyWhatMayBeChosen() {
		DeclaredOption multiselect = option("multiselect", Map.of("DE", "Germany"));
		assertThat(multiselect.accepted(List.of("DE"))).isEqualTo(List.of("DE"));
		assertThatExceptionOfType(InvalidSettingValue.class)
			.isThrownBy(() -> multiselect.accepted(List.of("DE", "XX")));
	}

	@Test
	void shipsEveryDeclarationOnceInAGroupThatExists() {
		DeclaredOption[] shipped = Resources.read("options.json", DeclaredOption[].class);
		assertThat(shipped).extracting((option) -> option.group() + "/" + option.id()).doesNotHaveDuplicates();
		assertThat(shipped).filteredOn(DeclaredOption::known).extracting(DeclaredOption::id).doesNotHaveDuplicates();
		Set<String> groups = Stream.of(Resources.read("groups.json", SettingGroup[].class))
			.map(SettingGroup::id)
			.collect(Collectors.toSet());
		assertThat(groups).containsAll(Stream.of(shipped).map(DeclaredOption::group).toList());
	}

	@Test
	void everyDeclaredValueMayBeChosen() {
		Choices choices = new Choices(new ShippedReferenceData());
		assertThat(Resources.read("options.json", DeclaredOption[].class)).allSatisfy((option) -> {
			DeclaredOption offered = choices.offer(option);
			if (!"multiselect".equals(option.type()) && !"".equals(option.initial())) {
				assertThat(offered.accepted(option.initial())).isEqualTo(option.initial());
			}
		});
	}

	private static DeclaredOption option(String type, @Nullable Map<String, String> options) {
		return new DeclaredOption("general", "an_option", null, "", "", type, "", "", null, options, null);
	}

}
