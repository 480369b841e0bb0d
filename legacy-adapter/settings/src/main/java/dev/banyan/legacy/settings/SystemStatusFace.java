package dev.banyan.legacy.settings;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.PostCounts;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.legacy.protocol.Values;
import dev.banyan.settings.ReferenceData;
import dev.banyan.settings.ReferenceData.Currency;
import dev.banyan.settings.Settings;
import dev.banyan.settings.ShopSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The system status and its tools. The tools clear and repair what a WordPress keeps; a
 * shop of ours keeps nothing of that, so running one has nothing to do.
 */
@Component
class SystemStatusFace implements Face {

	private static final String PATH = "/wc/v3/system_status";

	private static final String TOOLS = PATH + "/tools";

	private static final String TOOL = TOOLS + "/(?P<id>[\\w-]+)";

	private final List<Map<String, Object>> tools = read("tools.json", new TypeReference<>() {
	});

	/**
	 * The versions whose answers this API keeps, and what clients look for in the status.
	 */
	private final Map<String, Object> status = read("status.json", new TypeReference<>() {
	});

	private final List<Map<String, Object>> pages = read("pages.json", new TypeReference<>() {
	});

	private final Map<String, Object> shop = read("status-settings.json", new TypeReference<>() {
	});

	private final Settings settings;

	private final ReferenceData reference;

	private final ObjectProvider<PostCounts> counts;

	SystemStatusFace(Settings settings, ReferenceData reference, ObjectProvider<PostCounts> counts) {
		this.settings = settings;
		this.reference = reference;
		this.counts = counts;
	}

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH, Action.LIST, this::status)
			.on("GET", TOOLS, Action.LIST, this::tools)
			.on("GET", TOOL, Action.VIEW, this::tool)
			.on("POST PUT PATCH", TOOL, Action.EDIT, this::run);
	}

	private Answer status(RestRequest request) {
		String url = request.caller().publicUrl().toString();
		Map<String, @Nullable Object> environment = new LinkedHashMap<>();
		environment.put("home_url", url);
		environment.put("site_url", url);
		environment.putAll(Values.object((Map<?, ?>) this.status.getOrDefault("environment", Map.of())));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("environment", environment);
		this.status.forEach(body::putIfAbsent);
		body.put("settings", settings());
		body.put("security", Map.of("secure_connection", url.startsWith("https:"), "hide_errors", true));
		body.put("pages", this.pages);
		body.put("post_type_counts",
				this.counts.stream()
					.flatMap((counts) -> counts.byType().entrySet().stream())
					.map((count) -> Map.of("type", count.getKey(), "count", String.valueOf(count.getValue())))
					.toList());
		return Answer.ok(body);
	}

	private Map<String, Object> settings() {
		ShopSettings current = this.settings.current();
		Map<String, Object> body = new LinkedHashMap<>(this.shop);
		body.put("currency", current.currency());
		body.put("currency_symbol",
				this.reference.currencies()
					.stream()
					.filter((currency) -> currency.code().equals(current.currency()))
					.map(Currency::symbol)
					.findFirst()
					.orElse(""));
		body.put("currency_position", current.currencyPosition());
		body.put("thousand_separator", current.thousandSeparator());
		body.put("decimal_separator", current.decimalSeparator());
		body.put("number_of_decimals", current.decimals());
		return body;
	}

	private Answer tools(RestRequest request) {
		return Answer.ok(this.tools.stream().map((tool) -> linked(request, new LinkedHashMap<>(tool))).toList());
	}

	private Answer tool(RestRequest request) {
		return Answer.ok(linked(request, known(request)));
	}

	private Answer run(RestRequest request) {
		Map<String, Object> body = known(request);
		body.put("success", true);
		body.put("message", "clear_transients".equals(body.get("id")) ? "Product transients cleared"
				: "Nothing to do: this shop keeps no such data.");
		return Answer.ok(linked(request, body));
	}

	private Map<String, Object> known(RestRequest request) {
		String id = request.string("id", "");
		return this.tools.stream()
			.filter((tool) -> id.equals(tool.get("id")))
			.<Map<String, Object>>map(LinkedHashMap::new)
			.findFirst()
			.orElseThrow(
					() -> new RestError(404, "woocommerce_rest_system_status_tool_invalid_id", "Invalid tool ID."));
	}

	private static Map<String, Object> linked(RestRequest request, Map<String, Object> tool) {
		tool.put("_links",
				Map.of("item", List.of(Map.of("embeddable", true, "href", request.url(TOOLS + "/" + tool.get("id"))))));
		return tool;
	}

	private static <T> T read(String name, TypeReference<T> type) {
		try (InputStream file = SystemStatusFace.class.getResourceAsStream(name)) {
			if (file == null) {
				throw new IllegalStateException(name + " is missing");
			}
			return JsonMapper.builder().build().readValue(file, type);
		}
		catch (IOException ex) {
			throw new IllegalStateException(name + " cannot be read", ex);
		}
	}

}
