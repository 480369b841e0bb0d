package dev.banyan.inventory;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("database")
@RecordApplicationEvents
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = "spring.datasource.url=jdbc:h2:mem:stock-events;LOCK_TIMEOUT=10000")
class StockEventsTests {

	private static final long COUNTED = 71;

	private static final long UNCOUNTED = 72;

	@Autowired
	private Stock stock;

	@Autowired
	private ApplicationEvents events;

	@Test
	void tellsWhatChangedAndNothingThatDidNot() {
		this.stock.define(List.of(StockDefinition.managed(COUNTED, 2),
				StockDefinition.unmanaged(UNCOUNTED, StockStatus.IN_STOCK)));
		this.events.clear();
		List<StockAdjustment> sold = List.of(new StockAdjustment(COUNTED, -2), new StockAdjustment(UNCOUNTED, -1));

		this.stock.adjust("events-1", sold);
		assertThat(told()).singleElement().satisfies((event) -> {
			assertThat(event.itemId()).isEqualTo(COUNTED);
			assertThat(event.quantity()).isZero();
			assertThat(event.status()).isEqualTo(StockStatus.OUT_OF_STOCK);
			assertThat(event.before()).isEqualTo(StockStatus.IN_STOCK);
		});

		this.stock.adjust("events-1", sold);
		assertThat(told()).hasSize(1);
	}

	private Stream<StockChanged> told() {
		return this.events.stream(StockChanged.class);
	}

}
