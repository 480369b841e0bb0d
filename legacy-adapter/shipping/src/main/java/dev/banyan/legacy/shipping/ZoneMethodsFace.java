package dev.banyan.legacy.shipping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.shipping.ZoneMethod;
import dev.banyan.shipping.Zones;

import org.springframework.stereotype.Component;

@Component
class ZoneMethodsFace implements Face {

	private static final String PATH = ZonesFace.PATH + "/(?P<zone_id>[\\d]+)/methods";

	private static final String ITEM = PATH + "/(?P<instance_id>[\\d]+)";

	private final Zones zones;

	private final MethodSettings settings;

	ZoneMethodsFace(Zones zones, MethodSettings settings) {
		this.zones = zones;
		this.settings = settings;
	}

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH, Action.LIST, this::list)
			.on("POST", PATH, Action.CREATE, this::create)
			.on("GET", ITEM, Action.VIEW, this::get)
			.on("POST PUT PATCH", ITEM, Action.EDIT, this::update)
			.on("DELETE", ITEM, Action.DELETE, this::delete);
	}

	private Answer list(RestRequest request) {
		List<Map<String, Object>> items = this.zones.methods(ZonesFace.known(this.zones, request, "zone_id").id())
			.stream()
			.map((method) -> body(request, method, title(method)))
			.toList();
		return Answer.page(items, items.size());
	}

	private Answer create(RestRequest request) {
		long zone = ZonesFace.known(this.zones, request, "zone_id").id();
		MethodType type = MethodType.of(request.string("method_id", ""))
			.filter(MethodType::inZones)
			.orElseThrow(() -> new RestError(500, "woocommerce_rest_shipping_zone_not_created",
					"Resource cannot be created."));
		ZoneMethod added = this.zones.add(changed(new ZoneMethod(0, zone, type.id(), 0, true, Map.of()), request));
		return Answer.ok(body(request, added, type.title()));
	}

	private Answer get(RestRequest request) {
		ZoneMethod method = known(request);
		return Answer.ok(body(request, method, title(method)));
	}

	/** The title is the one from before the change (recorded). */
	private Answer update(RestRequest request) {
		ZoneMethod before = known(request);
		ZoneMethod changed = changed(before, request);
		return Answer.ok(body(request, this.zones.replace(changed).orElse(changed), title(before)));
	}

	private Answer delete(RestRequest request) {
		ZoneMethod method = known(request);
		if (!request.isTrue("force")) {
			throw new RestError(501, "rest_trash_not_supported", "Shipping methods do not support trashing.");
		}
		this.zones.removeMethod(method.instanceId());
		return Answer.ok(body(request, method, title(method)));
	}

	private ZoneMethod changed(ZoneMethod method, RestRequest request) {
		Integer position = request.integer("order");
		Boolean enabled = request.bool("enabled");
		return new ZoneMethod(method.instanceId(), method.zoneId(), method.type(),
				(position != null) ? Math.abs(position) : method.position(),
				(enabled != null) ? enabled : method.enabled(),
				this.settings.changed(request, method.type(), method.settings()));
	}

	private ZoneMethod known(RestRequest request) {
		Long id = request.longValue("instance_id");
		return this.zones.methods(ZonesFace.known(this.zones, request, "zone_id").id())
			.stream()
			.filter((method) -> id != null && method.instanceId() == id)
			.findFirst()
			.orElseThrow(() -> new RestError(404, "woocommerce_rest_shipping_zone_method_invalid",
					"Resource does not exist."));
	}

	private static String title(ZoneMethod method) {
		return method.setting("title", type(method).title());
	}

	private static MethodType type(ZoneMethod method) {
		return MethodType.of(method.type()).orElseThrow();
	}

	private Map<String, Object> body(RestRequest request, ZoneMethod method, String title) {
		String zone = ZonesFace.PATH + "/" + method.zoneId();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", method.instanceId());
		body.put("instance_id", method.instanceId());
		body.put("title", title);
		body.put("order", method.position());
		body.put("enabled", method.enabled());
		body.put("method_id", method.type());
		body.put("method_title", type(method).title());
		body.put("method_description", "<p>" + type(method).description() + "</p>\n");
		body.put("settings", this.settings.bodies(request, method.type(), method.settings()));
		Map<String, Object> links = request.links(zone + "/methods/" + method.instanceId(), zone + "/methods");
		links.put("describes", request.link(zone));
		body.put("_links", links);
		return body;
	}

}
