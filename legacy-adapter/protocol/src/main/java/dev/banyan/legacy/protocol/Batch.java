package dev.banyan.legacy.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Creates, updates and deletes up to 100 items in one request; each fails or succeeds for
 * itself.
 */
class Batch implements Handler {

	private static final int LIMIT = 100;

	private final DeclaredRoute collection;

	private final @Nullable Handler create;

	private final @Nullable Handler update;

	private final @Nullable Handler delete;

	Batch(DeclaredRoute collection, @Nullable Handler create, @Nullable Handler update, @Nullable Handler delete) {
		this.collection = collection;
		this.create = create;
		this.update = update;
		this.delete = delete;
	}

	@Override
	public Answer handle(RestRequest request) {
		List<@Nullable Object> creates = items(request, "create");
		List<@Nullable Object> updates = items(request, "update");
		List<@Nullable Object> deletes = items(request, "delete");
		if (creates.size() + updates.size() + deletes.size() > LIMIT) {
			throw new RestError(413, "woocommerce_rest_request_entity_too_large",
					"Unable to accept more than " + LIMIT + " items for this request.");
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		run(answer, "create", creates, this.create, (item) -> request.item("POST", withDefaults(Values.object(item))));
		run(answer, "update", updates, this.update, (item) -> request.item("PUT", withId(Values.object(item))));
		run(answer, "delete", deletes, this.delete, (item) -> {
			Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
			parameters.put("id", id(item instanceof Map<?, ?> map ? map.get("id") : item));
			parameters.put("force", true);
			return request.item("DELETE", parameters);
		});
		return Answer.ok(answer.isEmpty() ? List.of() : answer);
	}

	private static List<@Nullable Object> items(RestRequest request, String name) {
		return (request.get(name) instanceof List<?>) ? request.list(name) : List.of();
	}

	private Map<String, @Nullable Object> withDefaults(Map<String, @Nullable Object> item) {
		this.collection.parameters("POST").forEach((name, declared) -> {
			if (declared.containsKey("default")) {
				item.putIfAbsent(name, declared.get("default"));
			}
		});
		return item;
	}

	private static Map<String, @Nullable Object> withId(Map<String, @Nullable Object> item) {
		item.put("id", id(item.get("id")));
		return item;
	}

	private static Object id(@Nullable Object given) {
		if (given instanceof String text && !text.matches("\\d+")) {
			return text;
		}
		Long id = Values.integer(given);
		return (id != null) ? id : 0L;
	}

	private static void run(Map<String, Object> answer, String name, List<@Nullable Object> items,
			@Nullable Handler handler, java.util.function.Function<@Nullable Object, RestRequest> request) {
		if (items.isEmpty() || handler == null) {
			return;
		}
		List<@Nullable Object> results = new ArrayList<>();
		for (Object item : items) {
			RestRequest single = request.apply(item);
			try {
				results.add(handler.handle(single).body());
			}
			catch (RuntimeException ex) {
				Map<String, Object> failed = new LinkedHashMap<>();
				Object id = single.get("id");
				failed.put("id", (name.equals("create") || id == null) ? 0 : id);
				failed.put("error", Failure.of(ex, single.method() + " " + single.path()).body());
				results.add(failed);
			}
		}
		answer.put(name, results);
	}

}
