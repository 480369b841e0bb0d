package dev.banyan.runtime.event;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import dev.banyan.testing.kafka.LoopbackKafka;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.SampleApplication;
import sample.shelf.Labels;
import sample.stock.Counting;
import sample.stock.ItemCounted;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Events between processes, with a real broker: each process here is an application
 * context of its own, with its own Kafka clients.
 */
class EventsTests {

	@TempDir
	private static Path folder;

	private static LoopbackKafka broker;

	private final List<ConfigurableApplicationContext> processes = new ArrayList<>();

	private final String store = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";

	private final String prefix = UUID.randomUUID() + ".";

	@BeforeAll
	static void startBroker() {
		broker = LoopbackKafka.start(folder, 0);
	}

	@AfterAll
	static void stopBroker() {
		broker.close();
	}

	@BeforeEach
	void nothingFails() {
		Labels.FAILING.clear();
	}

	@AfterEach
	void endProcesses() {
		this.processes.reversed().forEach(ConfigurableApplicationContext::close);
	}

	private ConfigurableApplicationContext process(String... more) {
		List<String> options = new ArrayList<>(List.of("spring.datasource.url=" + this.store,
				"banyan.events.prefix=" + this.prefix, "banyan.events.parked-interval=1h", "banyan.events.lease=1s"));
		options.addAll(List.of(more));
		ConfigurableApplicationContext process = new SpringApplicationBuilder(SampleApplication.class)
			.web(WebApplicationType.NONE)
			.run(options.stream().map((option) -> "--" + option).toArray(String[]::new));
		this.processes.add(process);
		return process;
	}

	private ConfigurableApplicationContext connected() {
		return process("banyan.events.url=" + broker.url(), "banyan.events.leaving=stock");
	}

	@Test
	void reachesEachListenerOnceAndInOrder() {
		ConfigurableApplicationContext one = connected();
		ConfigurableApplicationContext other = connected();
		for (int i = 0; i < 300; i++) {
			((i % 2 == 0) ? one : other).getBean(Counting.class).count(i % 7);
		}
		await(() -> count(one, "shelf.label") == 300);
		assertEachOnceAndInOrder(one, 7);
		assertThat(count(one, "runtime.event_publication")).isZero();
		await(() -> count(one, "stock.event_outbox") == 0);
		assertThat(count(one, "shelf.event_inbox")).isEqualTo(300);
	}

	@Test
	void nothingLeavesThatWasRolledBack() {
		ConfigurableApplicationContext process = connected();
		new TransactionTemplate(process.getBean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			process.getBean(Counting.class).count(1);
			status.setRollbackOnly();
		});
		process.getBean(Counting.class).count(2);
		await(() -> count(process, "shelf.label") == 1);
		assertThat(process.getBean(JdbcClient.class).sql("select item_id from shelf.label").query(Long.class).list())
			.containsExactly(2L);
	}

	@Test
	void refusesToPublishOutsideATransaction() {
		ConfigurableApplicationContext process = connected();
		assertThatIllegalStateException().isThrownBy(() -> process.publishEvent(event(UUID.randomUUID(), 1, 1)))
			.withMessageContaining("outside a transaction");
	}

	@Test
	void hearsOnlyTheFirstOfRepeatedDeliveries() {
		ConfigurableApplicationContext process = connected();
		ItemCounted event = event(UUID.randomUUID(), 5, 1);
		Letter letter = process.getBean(EventFormat.class).write(event);
		send(process, letter, letter, process.getBean(EventFormat.class).write(event(UUID.randomUUID(), 5, 2)), letter,
				process.getBean(EventFormat.class).write(event(UUID.randomUUID(), 5, 3)));
		await(() -> count(process, "shelf.label") >= 3);
		assertEachOnceAndInOrder(process, 6);
	}

	@Test
	void parksWhatAListenerFailsOnAndWhatComesAfterItUntilItIsReplayed() {
		ConfigurableApplicationContext process = connected();
		Labels.FAILING.add(1L);
		Counting counting = process.getBean(Counting.class);
		counting.count(1);
		counting.count(2);
		counting.count(1);
		counting.count(1);
		await(() -> count(process, "shelf.event_parked") == 3);
		counting.count(2);
		await(() -> count(process, "shelf.label") == 2);
		EventsEndpoint endpoint = process.getBean(EventsEndpoint.class);
		assertThat(endpoint.parked("shelf")).extracting((one) -> one.get("error").toString())
			.satisfiesExactly((first) -> assertThat(first).contains("No label for 1"),
					(second) -> assertThat(second).startsWith("waits behind"),
					(third) -> assertThat(third).startsWith("waits behind"));
		endpoint.operate("shelf", "replay", null);
		assertThat(count(process, "shelf.event_parked")).isEqualTo(3);
		Labels.FAILING.clear();
		assertThat(endpoint.operate("shelf", "replay", null)).isEqualTo(Map.of("replay", 3, "parked", 0L));
		assertEachOnceAndInOrder(process, 3);
		assertThat(count(process, "shelf.label")).isEqualTo(5);
	}

	@Test
	void discardsWhatIsNotWanted() {
		ConfigurableApplicationContext process = connected();
		Letter garbled = new Letter(0, UUID.randomUUID().toString(), ItemCounted.class.getName(), "1", "{");
		send(process, garbled);
		await(() -> count(process, "shelf.event_parked") == 1);
		EventsEndpoint endpoint = process.getBean(EventsEndpoint.class);
		endpoint.operate("shelf", "discard", garbled.eventId());
		process.getBean(Counting.class).count(1);
		await(() -> count(process, "shelf.label") == 1);
		assertThat(count(process, "shelf.event_parked")).isZero();
	}

	@Test
	void staysInTheProcessWithoutABroker() {
		ConfigurableApplicationContext process = process();
		assertThat(process.getBeansOfType(KafkaClients.class)).isEmpty();
		process.getBean(Counting.class).count(1);
		await(() -> count(process, "shelf.label") == 1);
		assertThat(count(process, "stock.event_outbox")).isZero();
		assertThat(count(process, "shelf.event_inbox")).isZero();
	}

	@Test
	void waitsInTheOutboxForTheBrokerAndComesHomeIfThereWillBeNone() {
		ConfigurableApplicationContext cut = process("banyan.events.url=127.0.0.1:1", "banyan.events.leaving=stock");
		for (int i = 0; i < 150; i++) {
			cut.getBean(Counting.class).count(1);
		}
		assertThat(cut.getBean(EventsEndpoint.class).events().get("outbox").toString()).contains("waiting=150");
		this.processes.remove(cut);
		cut.close();
		ConfigurableApplicationContext home = process();
		await(() -> count(home, "shelf.label") == 150);
		assertThat(count(home, "stock.event_outbox")).isZero();
	}

	@Test
	void forgetsWhatItHeardLongAgo() {
		ConfigurableApplicationContext process = process("banyan.events.url=" + broker.url(),
				"banyan.events.leaving=stock", "banyan.events.topic-retention=1ms",
				"banyan.events.inbox-retention=1ms");
		process.getBean(Counting.class).count(1);
		await(() -> count(process, "shelf.event_inbox") == 1);
		await(() -> {
			process.getBean(EventUpkeep.class).forget();
			return count(process, "shelf.event_inbox") == 0;
		});
	}

	@Test
	void refusesToStartWithAnInboxThatForgetsBeforeTheTopicDoes() {
		assertThatException()
			.isThrownBy(() -> process("banyan.events.topic-retention=2d", "banyan.events.inbox-retention=1d"))
			.havingRootCause()
			.withMessageContaining("banyan.events.inbox-retention (PT24H) is shorter than");
	}

	@Test
	void hearsNothingFromATopicThatKeepsEventsLongerThanTheInboxRemembersThem() throws Exception {
		ConfigurableApplicationContext patient = connected();
		patient.getBean(Counting.class).count(1);
		await(() -> count(patient, "shelf.label") == 1);
		this.processes.remove(patient);
		patient.close();
		ConfigurableApplicationContext forgetful = process("banyan.events.url=" + broker.url(),
				"banyan.events.leaving=stock", "banyan.events.topic-retention=1d", "banyan.events.inbox-retention=1d");
		KafkaClients clients = forgetful.getBean(KafkaClients.class);
		assertThatIllegalStateException().isThrownBy(() -> clients.refuseTopicsThatOutliveTheInbox(List.of("stock")))
			.withMessageContaining("keeps events for PT168H, banyan.events.inbox-retention is PT24H");
		forgetful.getBean(Counting.class).count(1);
		await(() -> count(forgetful, "stock.event_outbox") == 0);
		Thread.sleep(1000);
		assertThat(count(forgetful, "shelf.label")).isEqualTo(1);
	}

	@Test
	void readsWhatOlderAndNewerPublishersWrote() {
		EventFormat format = new EventFormat();
		ItemCounted event = event(UUID.randomUUID(), 4, 2);
		String written = format.write(event).payload();
		assertThat(format.read(letter(written.replace("}", ",\"added\":{\"x\":[1]}}")), ItemCounted.class))
			.isEqualTo(event);
		assertThat(format.read(letter(written.replace(",\"number\":2", "")), ItemCounted.class).number()).isZero();
	}

	private static Letter letter(String payload) {
		return new Letter(0, "", ItemCounted.class.getName(), "", payload);
	}

	private static ItemCounted event(UUID id, long item, long number) {
		return new ItemCounted(id, Instant.now(), item, number);
	}

	private void send(ConfigurableApplicationContext process, Letter... letters) {
		try (Producer<String, String> producer = process.getBean(KafkaClients.class).producer()) {
			for (Letter letter : letters) {
				ProducerRecord<String, String> message = new ProducerRecord<>(this.prefix + "stock", letter.key(),
						letter.payload());
				message.headers().add(Relay.TYPE, letter.type().getBytes());
				message.headers().add(Relay.ID, letter.eventId().getBytes());
				producer.send(message);
			}
		}
	}

	private static void assertEachOnceAndInOrder(ConfigurableApplicationContext process, int items) {
		for (long item = 0; item < items; item++) {
			List<Long> numbers = process.getBean(JdbcClient.class)
				.sql("select number from shelf.label where item_id = ? order by position")
				.param(item)
				.query(Long.class)
				.list();
			List<Long> expected = new ArrayList<>();
			for (long number = 1; number <= numbers.size(); number++) {
				expected.add(number);
			}
			assertThat(numbers).isEqualTo(expected);
		}
	}

	private static long count(ConfigurableApplicationContext process, String table) {
		return process.getBean(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single();
	}

	private static void await(BooleanSupplier reached) {
		Instant end = Instant.now().plus(Duration.ofSeconds(30));
		while (!reached.getAsBoolean()) {
			assertThat(Instant.now()).as(EventsTests::whatHappens).isBefore(end);
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Where the threads are that carry events. */
	private static String whatHappens() {
		StringBuilder said = new StringBuilder("not reached in time");
		Thread.getAllStackTraces().forEach((thread, frames) -> {
			if (thread.getName().startsWith("event")) {
				said.append('\n').append(thread.getName());
				Stream.of(frames).limit(12).forEach((frame) -> said.append("\n  ").append(frame));
			}
		});
		return said.toString();
	}

}
