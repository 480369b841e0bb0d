package dev.banyan.runtime.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows where events are, and operates on those that a listener failed on.
 */
@Endpoint(id = "events")
class EventsEndpoint {

	private static final int SHOWN = 100;

	private final EventSettings settings;

	private final Set<String> publishers;

	private final EventTables tables;

	private final ParkedLetters parked;

	private final EventUpkeep upkeep;

	private final ObjectProvider<Arrivals> arrivals;

	EventsEndpoint(EventSettings settings, Set<String> publishers, EventTables tables, ParkedLetters parked,
			EventUpkeep upkeep, ObjectProvider<Arrivals> arrivals) {
		this.settings = settings;
		this.publishers = publishers;
		this.tables = tables;
		this.parked = parked;
		this.upkeep = upkeep;
		this.arrivals = arrivals;
	}

	@ReadOperation
	Map<String, Object> events() {
		Map<String, Object> outboxes = new TreeMap<>();
		this.publishers.forEach((module) -> {
			Map<String, Object> outbox = new LinkedHashMap<>();
			outbox.put("waiting", this.tables.waiting(module));
			Instant oldest = this.tables.oldest(module);
			if (oldest != null) {
				outbox.put("since", oldest);
			}
			outboxes.put(module, outbox);
		});
		Map<String, Object> parkedLetters = new TreeMap<>();
		this.upkeep.modules().forEach((module) -> parkedLetters.put(module, this.parked.count(module)));
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("leaving", this.settings.leaving());
		shown.put("outbox", outboxes);
		this.arrivals.ifAvailable((all) -> shown.put("lag", all.lag()));
		shown.put("parked", parkedLetters);
		return shown;
	}

	@ReadOperation
	List<Map<String, Object>> parked(@Selector String module) {
		return this.parked.list(known(module), SHOWN).stream().map((one) -> {
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("eventId", one.letter().eventId());
			shown.put("type", one.letter().type());
			shown.put("key", one.letter().key());
			shown.put("listener", one.listener());
			shown.put("error", one.error());
			shown.put("attempts", one.attempts());
			shown.put("parkedAt", one.parkedAt());
			shown.put("event", one.letter().payload());
			return shown;
		}).toList();
	}

	@WriteOperation
	Map<String, Object> operate(@Selector String module, String action, @Nullable String eventId) {
		String known = known(module);
		int changed;
		if (action.equals("replay")) {
			changed = this.parked.replay(known, eventId);
			this.upkeep.giveAgain(known);
		}
		else if (action.equals("discard") && eventId != null) {
			changed = this.parked.discard(known, eventId);
		}
		else {
			throw new InvalidEndpointRequestException("The action is replay, or discard with an eventId", "events");
		}
		return Map.of(action, changed, "parked", this.parked.count(known));
	}

	private String known(String module) {
		if (!this.upkeep.modules().contains(module)) {
			throw new InvalidEndpointRequestException(
					"Of the modules in this process, " + this.upkeep.modules() + " listen to events", "events");
		}
		return module;
	}

}
