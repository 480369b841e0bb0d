package dev.banyan.runtime.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.SmartLifecycle;

/**
 * Listens to Kafka for every module in this process that has listeners to events of
 * modules.
 */
class Arrivals implements SmartLifecycle {

	private final EventListeners listeners;

	private final KafkaClients clients;

	private final EventSettings settings;

	private final Inbox inbox;

	private final List<Ear> ears = new CopyOnWriteArrayList<>();

	Arrivals(EventListeners listeners, KafkaClients clients, EventSettings settings, Inbox inbox) {
		this.listeners = listeners;
		this.clients = clients;
		this.settings = settings;
		this.inbox = inbox;
	}

	@Override
	public void start() {
		this.listeners.byModule().forEach((module, own) -> {
			Ear ear = new Ear(module, own, this.clients, this.settings, this.inbox);
			this.ears.add(ear);
			ear.start();
		});
	}

	/** How many events each module has not taken from Kafka yet, as far as known. */
	Map<String, Long> lag() {
		Map<String, Long> lag = new TreeMap<>();
		this.ears.forEach((ear) -> lag.put(ear.module(), ear.lag()));
		return lag;
	}

	@Override
	public void stop() {
		List<Ear> stopping = new ArrayList<>(this.ears);
		this.ears.clear();
		stopping.forEach(Ear::wake);
		stopping.forEach(Ear::join);
	}

	@Override
	public boolean isRunning() {
		return !this.ears.isEmpty();
	}

}
