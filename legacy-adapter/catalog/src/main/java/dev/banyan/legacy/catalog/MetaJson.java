package dev.banyan.legacy.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.banyan.catalog.ProductContent.Meta;
import dev.banyan.legacy.protocol.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What integrations store, as the API takes and shows it.
 */
final class MetaJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private MetaJson() {
	}

	static List<Map<String, @Nullable Object>> of(List<Meta> entries) {
		List<Map<String, @Nullable Object>> json = new ArrayList<>();
		for (Meta entry : entries) {
			Map<String, @Nullable Object> one = new LinkedHashMap<>();
			one.put("id", entry.id());
			one.put("key", entry.name());
			one.put("value", JSON.readValue(entry.json(), Object.class));
			json.add(one);
		}
		return json;
	}

	/** The entries after a change: by id, else by name; null deletes. */
	static List<Meta> changed(List<Meta> before, List<Map<String, @Nullable Object>> given) {
		List<Meta> entries = new ArrayList<>(before);
		for (Map<String, @Nullable Object> one : given) {
			String name = Values.string(one.get("key"));
			long id = Objects.requireNonNullElse(Values.integer(one.get("id")), 0L);
			int at = indexOf(entries, id, name);
			Object content = one.get("value");
			if (at >= 0 && content == null) {
				entries.remove(at);
			}
			else if (at >= 0) {
				Meta old = entries.get(at);
				entries.set(at,
						new Meta(old.id(), (name != null) ? name : old.name(), JSON.writeValueAsString(content)));
			}
			else if (name != null && !name.isEmpty() && content != null) {
				entries.add(new Meta(0, name, JSON.writeValueAsString(content)));
			}
		}
		return entries;
	}

	private static int indexOf(List<Meta> entries, long id, @Nullable String name) {
		for (int i = 0; i < entries.size(); i++) {
			if ((id != 0) ? entries.get(i).id() == id : entries.get(i).name().equals(name)) {
				return i;
			}
		}
		return -1;
	}

}
