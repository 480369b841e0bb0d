package dev.banyan.legacy.payments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.banyan.shipping.Zone;
import dev.banyan.shipping.ZoneMethod;
import dev.banyan.shipping.Zones;

import org.springframework.stereotype.Component;

/**
 * The shipping methods that cash on delivery can be limited to: every kind of method, and
 * each method of a zone.
 */
@Component
class DeliveryChoices {

	private static final Map<String, String> KINDS = kinds();

	private final Zones zones;

	DeliveryChoices(Zones zones) {
		this.zones = zones;
	}

	private static Map<String, String> kinds() {
		Map<String, String> kinds = new LinkedHashMap<>();
		kinds.put("flat_rate", "Flat rate");
		kinds.put("free_shipping", "Free shipping");
		kinds.put("pickup_location", "Local pickup");
		return kinds;
	}

	Map<String, Map<String, String>> current() {
		List<Zone> all = this.zones.all();
		Map<String, Map<String, String>> choices = new LinkedHashMap<>();
		KINDS.forEach((kind, title) -> {
			Map<String, String> group = new LinkedHashMap<>();
			group.put(kind, "Any &quot;" + title + "&quot; method");
			named(all).forEach((zone) -> methods(zone, kind, title, group));
			choices.put(title, group);
		});
		return choices;
	}

	/** The zone of all other places comes last. */
	private static Stream<Zone> named(List<Zone> all) {
		return Stream.concat(all.stream().filter((zone) -> zone.id() != 0),
				all.stream().filter((zone) -> zone.id() == 0));
	}

	private void methods(Zone zone, String kind, String title, Map<String, String> group) {
		String place = (zone.id() != 0) ? zone.name() : "Other locations";
		for (ZoneMethod method : this.zones.methods(zone.id())) {
			if (method.type().equals(kind)) {
				group.put(kind + ":" + method.instanceId(),
						place + " &ndash; " + method.setting("title", title) + " (#" + method.instanceId() + ")");
			}
		}
	}

}
