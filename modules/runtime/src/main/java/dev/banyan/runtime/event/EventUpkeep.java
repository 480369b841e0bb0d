package dev.banyan.runtime.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import dev.banyan.runtime.event.Inbox.HearingFailed;
import dev.banyan.runtime.event.ParkedLetters.Parked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Gives parked events again, and forgets what need not be known any more.
 */
class EventUpkeep {

	private static final Logger log = LoggerFactory.getLogger(EventUpkeep.class);

	private final EventListeners listeners;

	private final EventTables tables;

	private final ParkedLetters parked;

	private final Inbox inbox;

	private final EventSettings settings;

	private final Clock clock;

	private final String holder = UUID.randomUUID().toString();

	EventUpkeep(EventListeners listeners, EventTables tables, ParkedLetters parked, Inbox inbox, EventSettings settings,
			Clock clock) {
		this.listeners = listeners;
		this.tables = tables;
		this.parked = parked;
		this.inbox = inbox;
		this.settings = settings;
		this.clock = clock;
	}

	/** The modules in this process that listen. */
	Set<String> modules() {
		return this.listeners.byModule().keySet();
	}

	@Scheduled(initialDelayString = "${banyan.events.parked-interval:5s}",
			fixedDelayString = "${banyan.events.parked-interval:5s}")
	void giveAgain() {
		this.listeners.byModule().keySet().forEach(this::giveAgain);
	}

	void giveAgain(String module) {
		for (Parked due : this.parked.due(module, this.settings.parkedAttempts())) {
			if (!this.tables.lease(module, "parked", this.holder, Duration.ofMinutes(1))) {
				return;
			}
			this.listeners.of(module)
				.stream()
				.filter((listener) -> listener.getListenerId().equals(due.listener())
						&& listener.event().getName().equals(due.letter().type()))
				.findFirst()
				.ifPresent((listener) -> giveAgain(listener, due.letter().key()));
		}
		this.tables.release(module, "parked", this.holder);
	}

	/** All of a key, until one fails. */
	private void giveAgain(CrossingListener listener, String key) {
		for (Parked next = this.parked.first(listener, key); next != null; next = this.parked.first(listener, key)) {
			try {
				this.inbox.hear(listener, next.letter());
				this.parked.heard(listener.module(), next);
			}
			catch (HearingFailed ex) {
				this.parked.failed(listener.module(), next, ex.getCause());
				return;
			}
		}
	}

	@Scheduled(initialDelayString = "${banyan.events.prune-interval:10m}",
			fixedDelayString = "${banyan.events.prune-interval:10m}")
	void forget() {
		Instant now = this.clock.instant();
		for (String module : modules()) {
			this.tables.forgetHeardBefore(module, now.minus(this.settings.inboxRetention()));
			int lost = this.parked.forgetBefore(module, now.minus(this.settings.parkedRetention()));
			if (lost > 0) {
				log.warn("{} events that {} never managed to hear were parked longer than {} and are gone", lost,
						module, this.settings.parkedRetention());
			}
		}
	}

}
