package dev.banyan.runtime.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Sends what lies in the outboxes of the modules that this process hosts, in the order in
 * which it was stored, one process at a time. Whoever was slow and sends again after
 * losing its lease sends the same order from an earlier place; listeners hear only the
 * first of each.
 */
class Relay implements SmartLifecycle {

	static final String TYPE = "type";

	static final String ID = "eventId";

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private static final int BATCH = 500;

	private final Set<String> modules;

	private final EventSettings settings;

	private final EventTables tables;

	private final KafkaClients clients;

	private final String holder = UUID.randomUUID().toString();

	private final Map<String, Long> leasedUntil = new HashMap<>();

	private final Semaphore woken = new Semaphore(0);

	private @Nullable Producer<String, String> producer;

	private volatile boolean ending;

	private @Nullable Thread thread;

	Relay(Set<String> modules, EventSettings settings, EventTables tables, KafkaClients clients) {
		this.modules = modules;
		this.settings = settings;
		this.tables = tables;
		this.clients = clients;
	}

	/** Something was stored. */
	void wake() {
		this.woken.release();
	}

	@Override
	public void start() {
		if (!this.modules.isEmpty()) {
			this.ending = false;
			this.thread = Thread.ofPlatform().daemon().name("event-relay").start(this::run);
		}
	}

	private void run() {
		boolean failing = false;
		while (!this.ending) {
			try {
				boolean more = false;
				for (String module : this.modules) {
					more |= relay(module);
				}
				if (failing) {
					log.info("Events leave again");
					failing = false;
				}
				if (!more && this.woken.tryAcquire(this.settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
					this.woken.drainPermits();
				}
			}
			catch (InterruptedException | org.apache.kafka.common.errors.InterruptException ex) {
				break;
			}
			catch (RuntimeException ex) {
				if (!failing) {
					log.warn("Events cannot leave; they wait in the outbox", ex);
				}
				failing = true;
				closeProducer();
				handOver();
				pause();
			}
		}
		closeProducer();
	}

	private boolean relay(String module) throws InterruptedException {
		if (!leased(module)) {
			return false;
		}
		List<Letter> letters = this.tables.stored(module, BATCH);
		if (letters.isEmpty()) {
			return false;
		}
		send(module, letters);
		this.tables.forget(module, letters);
		return letters.size() == BATCH;
	}

	private boolean leased(String module) {
		long half = this.settings.lease().toNanos() / 2;
		Long until = this.leasedUntil.get(module);
		if (until != null && until - System.nanoTime() > half) {
			return true;
		}
		long asked = System.nanoTime();
		boolean leased = this.tables.lease(module, "relay", this.holder, this.settings.lease());
		if (leased) {
			this.leasedUntil.put(module, asked + this.settings.lease().toNanos());
		}
		else {
			this.leasedUntil.remove(module);
		}
		return leased;
	}

	private void send(String module, List<Letter> letters) throws InterruptedException {
		Producer<String, String> sender = this.producer;
		if (sender == null) {
			this.clients.ensureTopics(List.copyOf(this.modules));
			sender = this.clients.producer();
			this.producer = sender;
		}
		List<Future<RecordMetadata>> sent = new ArrayList<>();
		for (Letter letter : letters) {
			ProducerRecord<String, String> message = new ProducerRecord<>(this.settings.topicOf(module), letter.key(),
					letter.payload());
			message.headers().add(TYPE, letter.type().getBytes(StandardCharsets.UTF_8));
			message.headers().add(ID, letter.eventId().getBytes(StandardCharsets.UTF_8));
			Future<RecordMetadata> future = sender.send(message);
			if (future.isDone()) {
				// What could not even be queued must not be overtaken by the next.
				acknowledged(future);
			}
			sent.add(future);
		}
		sender.flush();
		for (Future<RecordMetadata> future : sent) {
			acknowledged(future);
		}
	}

	private static void acknowledged(Future<RecordMetadata> future) throws InterruptedException {
		try {
			future.get();
		}
		catch (ExecutionException ex) {
			throw new KafkaException("The broker did not take an event", ex.getCause());
		}
	}

	private void closeProducer() {
		Producer<String, String> sender = this.producer;
		if (sender != null) {
			boolean interrupted = Thread.interrupted();
			sender.close(Duration.ZERO);
			this.producer = null;
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Another process may reach the broker. */
	private void handOver() {
		try {
			this.leasedUntil.keySet().forEach((module) -> this.tables.release(module, "relay", this.holder));
		}
		catch (RuntimeException ex) {
			log.debug("The leases run out by themselves", ex);
		}
		this.leasedUntil.clear();
	}

	private void pause() {
		try {
			Thread.sleep(1_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		this.ending = true;
		Thread running = this.thread;
		this.thread = null;
		if (running != null) {
			running.interrupt();
			try {
				running.join(5_000);
				this.modules.forEach((module) -> this.tables.release(module, "relay", this.holder));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
