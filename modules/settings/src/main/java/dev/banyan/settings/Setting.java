package dev.banyan.settings;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One setting with its declaration and its value.
 *
 * @param group id of its group
 * @param id its id
 * @param label its name for a person, as HTML
 * @param description what it does, as HTML
 * @param type {@code text}, {@code textarea}, {@code number}, {@code checkbox},
 * {@code select}, {@code radio} or {@code multiselect}
 * @param standard the value of a shop that never changed it
 * @param tip a longer explanation; null if there is none
 * @param options what may be chosen: label by value; null if the setting is free
 * @param value a text, or a list of texts for {@code multiselect}
 */
public record Setting(String group, String id, String label, String description, String type, Object standard,
		@Nullable String tip, @Nullable Map<String, String> options, Object value) {
}
