package dev.banyan.reporting;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.model.annotations.PactDirectory;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.modulith.events.core.EventSerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reporting needs of the events of ordering, read as the event registry reads them.
 * Writes the pact that ordering is verified against.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "ordering", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
@PactDirectory("../ordering/pacts")
class OrderingPactTests {

	private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";

	private static final String STATUS = Stream.of(OrderStatus.values())
		.map(Enum::name)
		.collect(Collectors.joining("|"));

	@Autowired
	private EventSerializer serializer;

	@Pact(consumer = "reporting", provider = "ordering")
	V4Pact orderPlaced(PactBuilder pact) {
		return pact.usingLegacyMessageDsl()
			.expectsToReceive("an order that was placed")
			.withContent(LambdaDsl.newJsonBody((event) -> {
				event.uuid("eventId", UUID.fromString("0b4e2c1e-6f0a-4a53-9d55-3c8f5a0f7c11"));
				event.stringMatcher("occurredAt", INSTANT, "2026-11-20T10:00:00.123456Z");
				event.integerType("orderId", 12);
				event.stringMatcher("status", STATUS, "PROCESSING");
				event.integerType("customerId", 0);
				event.stringMatcher("currency", "[A-Z]{3}", "USD");
				event.numberType("total", 40);
			}).build())
			.toPact();
	}

	@Test
	@PactTestFor(pactMethod = "orderPlaced")
	void learnsWhichOrderWasPlaced(List<V4Interaction.AsynchronousMessage> messages) {
		OrderPlaced event = this.serializer.deserialize(messages.getFirst().contentsAsString(), OrderPlaced.class);
		assertThat(event.orderId()).isEqualTo(12);
		assertThat(event.status()).isEqualTo(OrderStatus.PROCESSING);
		assertThat(event.total()).isEqualByComparingTo("40");
		assertThat(event.occurredAt()).isEqualTo("2026-11-20T10:00:00.123456Z");
	}

}
