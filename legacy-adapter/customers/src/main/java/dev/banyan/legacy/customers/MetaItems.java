package dev.banyan.legacy.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.legacy.protocol.Values;
import dev.banyan.customers.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The {@code meta_data} of a resource: an item is named by its id, else by its key; a
 * null value removes it.
 */
final class MetaItems {

	private MetaItems() {
	}

	static List<MetaData> changed(List<MetaData> before, List<Map<String, @Nullable Object>> items) {
		List<MetaData> after = new ArrayList<>(before);
		for (Map<String, @Nullable Object> item : items) {
			Long given = Values.integer(item.get("id"));
			long id = (given != null) ? given : 0;
			String key = Values.string(item.get("key"));
			Object value = item.get("value");
			int index = index(after, id, key);
			if (index >= 0 && value == null) {
				after.remove(index);
			}
			else if (index >= 0) {
				MetaData known = after.get(index);
				after.set(index, new MetaData(known.id(), (key != null) ? key : known.key(), value));
			}
			else if (key != null && !key.isEmpty() && value != null) {
				after.add(new MetaData(0, key, value));
			}
		}
		return after;
	}

	private static int index(List<MetaData> items, long id, @Nullable String key) {
		for (int i = 0; i < items.size(); i++) {
			if ((id != 0) ? items.get(i).id() == id : items.get(i).key().equals(key)) {
				return i;
			}
		}
		return -1;
	}

	static List<Map<String, @Nullable Object>> bodies(List<MetaData> items) {
		List<Map<String, @Nullable Object>> bodies = new ArrayList<>();
		for (MetaData item : items) {
			Map<String, @Nullable Object> body = new LinkedHashMap<>();
			body.put("id", item.id());
			body.put("key", item.key());
			body.put("value", item.value());
			bodies.add(body);
		}
		return bodies;
	}

}
