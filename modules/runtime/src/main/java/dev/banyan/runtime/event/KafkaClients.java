package dev.banyan.runtime.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes Kafka's clients, set so that nothing is lost and nothing overtakes.
 */
class KafkaClients {

	private final EventSettings settings;

	KafkaClients(EventSettings settings) {
		this.settings = settings;
	}

	/**
	 * A producer that never gives a record up: if it did, a later one of the same key
	 * could be first.
	 */
	Producer<String, String> producer() {
		Map<String, Object> values = common();
		values.put("acks", "all");
		values.put("enable.idempotence", true);
		values.put("delivery.timeout.ms", Integer.MAX_VALUE);
		values.put("request.timeout.ms", 5_000);
		values.put("max.block.ms", 10_000);
		values.put("linger.ms", 0);
		return new KafkaProducer<>(values, new StringSerializer(), new StringSerializer());
	}

	/** A consumer for a listening module; its group is the module. */
	Consumer<String, String> consumer(String module) {
		Map<String, Object> values = common();
		values.put("group.id", this.settings.topicOf(module));
		values.put("enable.auto.commit", false);
		values.put("auto.offset.reset", "earliest");
		values.put("allow.auto.create.topics", false);
		values.put("session.timeout.ms", 6_000);
		values.put("heartbeat.interval.ms", 2_000);
		values.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
		return new KafkaConsumer<>(values, new StringDeserializer(), new StringDeserializer());
	}

	/**
	 * Refuses topics that keep an event longer than an inbox remembers it: delivered
	 * again after that, it would have its effect again.
	 */
	void refuseTopicsThatOutliveTheInbox(List<String> publishers) throws InterruptedException {
		long remembered = this.settings.inboxRetention().toMillis();
		Admin admin = Admin.create(common());
		try {
			var topics = admin
				.describeConfigs(publishers.stream()
					.map((publisher) -> new ConfigResource(ConfigResource.Type.TOPIC, this.settings.topicOf(publisher)))
					.toList())
				.all()
				.get(20, TimeUnit.SECONDS);
			topics.forEach((topic, config) -> {
				long kept = Long.parseLong(config.get("retention.ms").value());
				if (kept < 0 || kept > remembered) {
					throw new IllegalStateException("Topic " + topic.name() + " keeps events "
							+ ((kept < 0) ? "for ever" : "for " + Duration.ofMillis(kept))
							+ ", banyan.events.inbox-retention is " + this.settings.inboxRetention()
							+ ": an event could have its effect twice. Change one of them");
				}
			});
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("The retention of the topics of " + publishers + " cannot be read", ex);
		}
		finally {
			admin.close(Duration.ZERO);
		}
	}

	/** Creates what is missing of the topics of publishing modules. */
	void ensureTopics(List<String> publishers) throws InterruptedException {
		Admin admin = Admin.create(common());
		try {
			List<NewTopic> topics = publishers.stream()
				.map((publisher) -> new NewTopic(this.settings.topicOf(publisher),
						Optional.of(this.settings.partitions()), Optional.empty())
					.configs(Map.of("retention.ms", String.valueOf(this.settings.topicRetention().toMillis()))))
				.toList();
			for (var created : admin.createTopics(topics).values().values()) {
				try {
					created.get(20, TimeUnit.SECONDS);
				}
				catch (ExecutionException ex) {
					if (!(ex.getCause() instanceof TopicExistsException)) {
						throw new IllegalStateException("The topics of " + publishers + " cannot be created", ex);
					}
				}
				catch (TimeoutException ex) {
					throw new IllegalStateException("No broker answers at " + this.settings.url(), ex);
				}
			}
		}
		finally {
			admin.close(Duration.ZERO);
		}
	}

	private Map<String, Object> common() {
		Map<String, Object> values = new HashMap<>(this.settings.client());
		values.put("bootstrap.servers", this.settings.url());
		values.put("reconnect.backoff.max.ms", 1_000);
		values.put("retry.backoff.max.ms", 1_000);
		return values;
	}

}
