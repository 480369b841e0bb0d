package dev.banyan.settings.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.banyan.settings.InvalidSettingValue;
import dev.banyan.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it is declared. Those that the modules read have a name beside the id that
 * the API has always shown; what a setting offers may come from the reference data:
 * currencies, countries, or places, which are countries with their states.
 */
record DeclaredOption(String group, String id, @Nullable String name, String label, String description, String type,
		Object initial, @JsonProperty("default") Object standard, @Nullable String tip,
		@Nullable Map<String, String> options, @Nullable String offers) {

	/**
	 * Whether its id is unique in the shop; the e-mails all have the same ones.
	 */
	boolean known() {
		return !this.group.startsWith("email_");
	}

	Setting with(@Nullable Object value) {
		return new Setting(this.group, this.id, this.label, this.description, this.type, this.standard, this.tip,
				this.options, (value != null) ? value : this.initial);
	}

	DeclaredOption choosing(Map<String, String> among) {
		return new DeclaredOption(this.group, this.id, this.name, this.label, this.description, this.type, this.initial,
				this.standard, this.tip, among, this.offers);
	}

	Object accepted(@Nullable Object value) {
		return switch (this.type) {
			case "checkbox" -> among(List.of("yes", "no"), text(value));
			case "select", "radio" -> (this.options != null) ? among(this.options.keySet(), text(value)) : text(value);
			case "multiselect" -> texts(value).stream()
				.map((text) -> (this.options != null) ? among(this.options.keySet(), text) : text)
				.toList();
			default -> text(value);
		};
	}

	private String among(java.util.Collection<String> allowed, String value) {
		if (!allowed.contains(value)) {
			throw new InvalidSettingValue(this.id);
		}
		return value;
	}

	private List<String> texts(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(this::text).toList();
		}
		if (value == null || value.equals("")) {
			return List.of();
		}
		throw new InvalidSettingValue(this.id);
	}

	private String text(@Nullable Object value) {
		if (value instanceof Map<?, ?> || value instanceof List<?>) {
			throw new InvalidSettingValue(this.id);
		}
		return Objects.toString(value, "").strip();
	}

}
