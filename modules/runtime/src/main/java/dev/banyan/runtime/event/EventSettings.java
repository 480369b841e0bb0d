package dev.banyan.runtime.event;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which events go through Kafka, and how. All processes of a shop have to agree on it.
 *
 * @param leaving the modules whose events do: those with a listener in another process,
 * and those that run in more than one; none means that there is no broker
 * @param url the brokers, as host:port with commas between; without them no Kafka client
 * starts. Listeners listen as long as there is one, also if nothing is leaving any more
 * @param prefix begins the names of topics and consumer groups
 * @param client further settings of Kafka's clients, for example to log in
 * @param partitions of a new topic; the most processes that can share a module's
 * listening
 * @param topicRetention how long a new topic keeps an event
 * @param inboxRetention how long an event's id is remembered; at least as long as a topic
 * keeps the event: one that is delivered again after that would have its effect again
 * @param pollInterval how often the outbox is looked at without being told
 * @param lease how long a relay that ended without saying so keeps others from relaying
 * @param attempts how often a listener gets an event before it is parked
 * @param parkedAttempts how often a parked event is given again without being asked for
 * @param parkedRetention how long a parked event is kept
 */
@ConfigurationProperties("banyan.events")
record EventSettings(@DefaultValue Set<String> leaving, @DefaultValue("") String url,
		@DefaultValue("banyan.") String prefix, @DefaultValue Map<String, String> client,
		@DefaultValue("6") int partitions, @DefaultValue("7d") Duration topicRetention,
		@DefaultValue("8d") Duration inboxRetention, @DefaultValue("200ms") Duration pollInterval,
		@DefaultValue("5s") Duration lease, @DefaultValue("3") int attempts, @DefaultValue("20") int parkedAttempts,
		@DefaultValue("30d") Duration parkedRetention) {

	EventSettings {
		if (!leaving.isEmpty() && url.isEmpty()) {
			throw new IllegalStateException("Events of " + leaving
					+ " are to leave this process, but banyan.events.url (BANYAN_KAFKA_URL) names no broker");
		}
		if (inboxRetention.compareTo(topicRetention) < 0) {
			throw new IllegalStateException("banyan.events.inbox-retention (" + inboxRetention
					+ ") is shorter than banyan.events.topic-retention (" + topicRetention
					+ "): an event could have its effect twice");
		}
	}

	boolean connected() {
		return !this.url.isEmpty();
	}

	String topicOf(String module) {
		return this.prefix + module;
	}

}
