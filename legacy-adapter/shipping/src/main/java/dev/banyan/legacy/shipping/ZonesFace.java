package dev.banyan.legacy.shipping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.legacy.protocol.Values;
import dev.banyan.shipping.Zone;
import dev.banyan.shipping.ZoneLocation;
import dev.banyan.shipping.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class ZonesFace implements Face {

	static final String PATH = "/wc/v3/shipping/zones";

	private static final String LOCATIONS = PATH + "/(?P<id>[\\d]+)/locations";

	private final Zones zones;

	ZonesFace(Zones zones) {
		this.zones = zones;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(PATH)
			.list(this::list)
			.create(this::create)
			.get(this::get)
			.update(this::update)
			.delete(this::delete);
		routes.on("GET", LOCATIONS, Action.LIST, this::locations)
			.on("POST PUT PATCH", LOCATIONS, Action.EDIT, this::setLocations);
	}

	private Answer list(RestRequest request) {
		List<Map<String, Object>> items = this.zones.all().stream().map((zone) -> body(request, zone)).toList();
		return Answer.page(items, items.size());
	}

	private Answer create(RestRequest request) {
		Integer position = request.integer("order");
		Zone added = this.zones.add(request.string("name", "").strip(), (position != null) ? position : 0);
		return Answer.created(body(request, added), PATH + "/" + added.id());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(body(request, known(this.zones, request, "id")));
	}

	private Answer update(RestRequest request) {
		Zone zone = changeable(request, "updated");
		Integer position = request.integer("order");
		Zone changed = new Zone(zone.id(), request.string("name", zone.name()).strip(),
				(position != null) ? position : zone.position(), zone.locations());
		return Answer.ok(body(request, this.zones.replace(changed).orElse(changed)));
	}

	private Answer delete(RestRequest request) {
		Zone zone = changeable(request, "deleted");
		if (!request.isTrue("force")) {
			throw new RestError(501, "rest_trash_not_supported", "Shipping zones do not support trashing.");
		}
		this.zones.remove(zone.id());
		return Answer.ok(body(request, zone));
	}

	private Answer locations(RestRequest request) {
		return page(request, known(this.zones, request, "id"));
	}

	/** The locations are a list: its items are parameters named by their numbers. */
	private Answer setLocations(RestRequest request) {
		Zone zone = changeable(request, "updated");
		List<ZoneLocation> locations = new ArrayList<>();
		for (int i = 0; request.parameters().containsKey(String.valueOf(i)); i++) {
			Map<String, @Nullable Object> item = Values.object(request.get(String.valueOf(i)));
			String code = Values.string(item.get("code"));
			String type = item.containsKey("type") ? Values.string(item.get("type")) : "country";
			if (code != null && !code.isBlank() && type != null
					&& Set.of("postcode", "state", "country", "continent").contains(type)) {
				locations.add(new ZoneLocation(ZoneLocation.Type.valueOf(type.toUpperCase(Locale.ROOT)), code.strip()));
			}
		}
		Zone changed = new Zone(zone.id(), zone.name(), zone.position(), locations);
		return page(request, this.zones.replace(changed).orElse(changed));
	}

	private Answer page(RestRequest request, Zone zone) {
		List<Map<String, Object>> items = new ArrayList<>();
		for (ZoneLocation location : zone.locations()) {
			Map<String, Object> item = new LinkedHashMap<>();
			item.put("code", location.code());
			item.put("type", location.type().name().toLowerCase(Locale.ROOT));
			Map<String, Object> links = new LinkedHashMap<>();
			links.put("collection", request.link(PATH + "/" + zone.id() + "/locations"));
			links.put("describes", request.link(PATH + "/" + zone.id()));
			item.put("_links", links);
			items.add(item);
		}
		return Answer.page(items, items.size());
	}

	static Zone known(Zones zones, RestRequest request, String name) {
		Long id = request.longValue(name);
		return zones.find((id != null) ? id : -1)
			.orElseThrow(
					() -> new RestError(404, "woocommerce_rest_shipping_zone_invalid", "Resource does not exist."));
	}

	private Zone changeable(RestRequest request, String what) {
		Zone zone = known(this.zones, request, "id");
		if (zone.id() == 0) {
			throw new RestError(403, "woocommerce_rest_shipping_zone_invalid_zone",
					"The \"locations not covered by your other zones\" zone cannot be " + what + ".");
		}
		return zone;
	}

	private static Map<String, Object> body(RestRequest request, Zone zone) {
		String path = PATH + "/" + zone.id();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", zone.id());
		body.put("name", zone.name());
		body.put("order", zone.position());
		Map<String, Object> links = request.links(path, PATH);
		links.put("describedby", request.link(path + "/locations"));
		body.put("_links", links);
		return body;
	}

}
