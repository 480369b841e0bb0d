package dev.banyan.runtime.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for one module: the events of a partition one after the other, partitions
 * beside each other. Its group is shared with other processes that host the module.
 */
class Ear {

	private static final Logger log = LoggerFactory.getLogger(Ear.class);

	private final String module;

	private final List<String> publishers;

	private final Map<String, List<CrossingListener>> listeners;

	private final KafkaClients clients;

	private final EventSettings settings;

	private final Inbox inbox;

	private final Map<TopicPartition, Long> lag = new ConcurrentHashMap<>();

	private final Thread thread;

	private volatile boolean ending;

	private volatile @Nullable Consumer<String, String> consumer;

	Ear(String module, List<CrossingListener> listeners, KafkaClients clients, EventSettings settings, Inbox inbox) {
		this.module = module;
		this.listeners = listeners.stream().collect(Collectors.groupingBy((listener) -> listener.event().getName()));
		this.publishers = listeners.stream()
			.map((listener) -> CrossingEvent.moduleOf(listener.event()))
			.distinct()
			.sorted()
			.toList();
		this.clients = clients;
		this.settings = settings;
		this.inbox = inbox;
		this.thread = Thread.ofPlatform().daemon().name("events-for-" + module).unstarted(this::run);
	}

	String module() {
		return this.module;
	}

	long lag() {
		return this.lag.values().stream().mapToLong(Long::longValue).sum();
	}

	void start() {
		this.thread.start();
	}

	private void run() {
		while (!this.ending) {
			try {
				this.clients.ensureTopics(this.publishers);
				this.clients.refuseTopicsThatOutliveTheInbox(this.publishers);
				listen();
			}
			catch (WakeupException ex) {
				// Asked to end.
			}
			catch (RuntimeException ex) {
				log.warn("Events for {} cannot arrive; trying again", this.module, ex);
				pause();
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private void listen() {
		try (Consumer<String, String> kafka = this.clients.consumer(this.module);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			this.consumer = kafka;
			kafka.subscribe(this.publishers.stream().map(this.settings::topicOf).toList());
			while (!this.ending) {
				ConsumerRecords<String, String> arrived = kafka.poll(Duration.ofSeconds(1));
				Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
				arrived.partitions()
					.stream()
					.map((partition) -> threads.submit(() -> next.put(partition, takeAll(arrived.records(partition)))))
					.toList()
					.forEach(Ear::await);
				settle(kafka, arrived, next);
			}
		}
		finally {
			this.consumer = null;
		}
	}

	/**
	 * Gives the events of a partition to their listeners.
	 * @return the offset of the first that has to be taken again, or after the last
	 */
	private long takeAll(List<ConsumerRecord<String, String>> arrived) {
		for (ConsumerRecord<String, String> one : arrived) {
			try {
				if (this.ending) {
					return one.offset();
				}
				Letter letter = letter(one);
				for (CrossingListener listener : this.listeners.getOrDefault(letter.type(), List.of())) {
					this.inbox.take(listener, letter, one.timestamp());
				}
			}
			catch (InterruptedException ex) {
				return one.offset();
			}
			catch (RuntimeException ex) {
				// Not even parking it was possible: the store is not there.
				log.warn("Event {} at {} of {} cannot be taken yet", one.offset(), one.partition(), one.topic(), ex);
				pause();
				return one.offset();
			}
		}
		return arrived.getLast().offset() + 1;
	}

	private void settle(Consumer<String, String> kafka, ConsumerRecords<String, String> arrived,
			Map<TopicPartition, Long> next) {
		if (!next.isEmpty()) {
			next.forEach((partition, offset) -> {
				if (offset <= arrived.records(partition).getLast().offset()) {
					kafka.seek(partition, offset);
				}
			});
			try {
				kafka.commitSync(next.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> new OffsetAndMetadata(entry.getValue()))),
						Duration.ofSeconds(5));
			}
			catch (WakeupException ex) {
				throw ex;
			}
			catch (KafkaException ex) {
				log.debug("Offsets were not committed; what comes again is known already", ex);
			}
		}
		this.lag.keySet().retainAll(kafka.assignment());
		for (TopicPartition partition : kafka.assignment()) {
			OptionalLong behind = kafka.currentLag(partition);
			behind.ifPresent((count) -> this.lag.put(partition, count));
		}
	}

	private static Letter letter(ConsumerRecord<String, String> arrived) {
		return new Letter(0, header(arrived, Relay.ID), header(arrived, Relay.TYPE),
				Objects.requireNonNullElse(arrived.key(), ""), Objects.requireNonNullElse(arrived.value(), ""));
	}

	private static String header(ConsumerRecord<String, String> arrived, String name) {
		Header header = arrived.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

	private static void await(java.util.concurrent.Future<?> taken) {
		try {
			taken.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	private static void pause() {
		try {
			Thread.sleep(1_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void wake() {
		this.ending = true;
		Consumer<String, String> kafka = this.consumer;
		if (kafka != null) {
			kafka.wakeup();
		}
		else {
			this.thread.interrupt();
		}
	}

	void join() {
		try {
			this.thread.join(10_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
