package dev.banyan.legacy.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.settings.InvalidSettingValue;
import dev.banyan.settings.Options;
import dev.banyan.settings.Setting;
import dev.banyan.settings.SettingGroup;
import dev.banyan.settings.UnknownSetting;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class SettingsFace implements Face {

	private static final String PATH = "/wc/v3/settings";

	private static final String GROUP = PATH + "/(?P<group_id>[\\w-]+)";

	private static final int BATCH_LIMIT = 100;

	private final Options options;

	SettingsFace(Options options) {
		this.options = options;
	}

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH, Action.LIST, this::groups)
			.on("POST PUT PATCH", PATH + "/batch", Action.BATCH, this::batch)
			.on("GET", GROUP, Action.LIST, this::list)
			.on("POST PUT PATCH", GROUP + "/batch", Action.BATCH, this::batch);
		routes.resource(GROUP, "/(?P<id>[\\w-]+)").get(this::get).update(this::update);
	}

	private Answer groups(RestRequest request) {
		return Answer.ok(this.options.groups().stream().map((group) -> body(request, group)).toList());
	}

	private Answer list(RestRequest request) {
		String group = request.string("group_id", "");
		if (this.options.groups().stream().noneMatch((known) -> known.id().equals(group))) {
			throw new RestError(404, "rest_setting_setting_group_invalid", "Invalid setting group.");
		}
		return Answer.ok(this.options.in(group).stream().map((setting) -> body(request, setting, false)).toList());
	}

	private Answer get(RestRequest request) {
		String group = request.string("group_id", "");
		if (this.options.groups().stream().noneMatch((known) -> known.id().equals(group))) {
			throw new RestError(404, "rest_setting_setting_group_invalid", "Invalid setting group.");
		}
		return Answer
			.ok(body(request, this.options.find(group, request.string("id", "")).orElseThrow(this::unknown), true));
	}

	private Answer update(RestRequest request) {
		return Answer
			.ok(change(request, request.string("group_id", ""), request.string("id", ""), request.get("value")));
	}

	private Answer batch(RestRequest request) {
		List<Map<String, @Nullable Object>> items = request.objects("update");
		if (items.size() > BATCH_LIMIT) {
			throw new RestError(413, "woocommerce_rest_request_entity_too_large",
					"Unable to accept more than " + BATCH_LIMIT + " items for this request.");
		}
		List<Map<String, Object>> results = new ArrayList<>();
		for (Map<String, @Nullable Object> item : items) {
			String id = Objects.toString(item.get("id"), "");
			String group = request.string("group_id", Objects.toString(item.get("group_id"), ""));
			try {
				results.add(change(request, group, id, item.get("value")));
			}
			catch (RestError ex) {
				results.add(Map.of("id", id, "error", ex.body()));
			}
		}
		return Answer.ok(results.isEmpty() ? List.of() : Map.of("update", results));
	}

	private Map<String, Object> change(RestRequest request, String group, String id, @Nullable Object value) {
		try {
			return body(request, this.options.change(group, id, value), true);
		}
		catch (UnknownSetting ex) {
			throw unknown();
		}
		catch (InvalidSettingValue ex) {
			throw new RestError(400, "rest_setting_value_invalid", "An invalid setting value was passed.");
		}
	}

	private RestError unknown() {
		return new RestError(404, "rest_setting_setting_invalid", "Invalid setting.");
	}

	private static Map<String, Object> body(RestRequest request, SettingGroup group) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", group.id());
		body.put("label", group.label());
		body.put("description", group.description());
		body.put("parent_id", group.parentId());
		body.put("sub_groups", group.subGroups());
		body.put("_links", Map.of("options", request.link(PATH + "/" + group.id())));
		return body;
	}

	private static Map<String, Object> body(RestRequest request, Setting setting, boolean single) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", setting.id());
		body.put("label", setting.label());
		body.put("description", addressed(request, setting.description()));
		body.put("type", setting.type());
		body.put("default", setting.standard());
		if (setting.options() != null) {
			body.put("options", setting.options());
		}
		if (setting.tip() != null) {
			body.put("tip", addressed(request, setting.tip()));
		}
		body.put("value", setting.value());
		if (single) {
			body.put("group_id", setting.group());
		}
		String group = PATH + "/" + setting.group();
		body.put("_links", request.links(group + "/" + setting.id(), group));
		return body;
	}

	private static String addressed(RestRequest request, String html) {
		return html.replace("{{BASE}}", request.caller().publicUrl().toString());
	}

}
