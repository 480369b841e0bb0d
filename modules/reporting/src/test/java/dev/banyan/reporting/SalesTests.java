package dev.banyan.reporting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.OrderStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.transaction.support.TransactionTemplate;

import static dev.banyan.reporting.KnownOrders.line;
import static dev.banyan.reporting.KnownOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SalesTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	@Autowired
	private Sales sales;

	@Autowired
	private KnownOrders orders;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private EventPublicationRepository publications;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void startEmpty() {
		this.orders.clear();
		this.jdbc.sql("delete from reporting.sold_product").update();
		this.jdbc.sql("delete from reporting.sold_order").update();
	}

	@Test
	void sumsUpTheOrdersOfADay() {
		this.orders.know(order(1, 1, OrderStatus.PROCESSING, "2026-11-20T00:00:00Z", "40", "0", line(7, 0, 2)));
		this.orders.know(order(2, 1, OrderStatus.COMPLETED, "2026-11-20T23:59:59Z", "20", "5", line(7, 8, 1)));
		this.orders.know(order(3, 1, OrderStatus.CANCELLED, "2026-11-20T12:00:00Z", "99", "0", line(9, 0, 50)));
		this.orders.know(order(4, 1, OrderStatus.ON_HOLD, "2026-11-21T00:00:00Z", "10", "0", line(9, 0, 1)));
		assertThat(this.sales.rebuild()).isEqualTo(4);
		DaySales day = onlyDay();
		assertThat(day.orders()).isEqualTo(2);
		assertThat(day.items()).isEqualTo(3);
		assertThat(day.refundedOrders()).isEqualTo(1);
		assertThat(day.sales()).isEqualByComparingTo("55");
		assertThat(day.tax()).isEqualByComparingTo("5");
		assertThat(day.shipping()).isEqualByComparingTo("10");
		assertThat(day.discount()).isEqualByComparingTo("2");
		assertThat(this.sales.topSellers(DAY, DAY.plusDays(1), 12)).containsExactly(new ProductSales(7, "Product 7", 3),
				new ProductSales(9, "Product 9", 1));
	}

	@Test
	void followsAnOrderByItsEvents() {
		this.orders.know(order(1, 1, OrderStatus.PENDING, "2026-11-20T10:00:00Z", "40", "0", line(7, 0, 2)));
		publish(placed(1));
		await(() -> versionOf(1) == 1);
		assertThat(this.sales.days(DAY, DAY)).isEmpty();
		this.orders.know(order(1, 2, OrderStatus.PROCESSING, "2026-11-20T10:00:00Z", "40", "0", line(7, 0, 2)));
		publish(changed(1, 2));
		await(() -> !this.sales.days(DAY, DAY).isEmpty());
		assertThat(onlyDay().sales()).isEqualByComparingTo(new BigDecimal("40"));
		this.orders.delete(1);
		publish(new OrderRemoved(UUID.randomUUID(), Instant.now(), 1));
		await(() -> this.sales.days(DAY, DAY).isEmpty());
		assertThat(this.sales.topSellers(DAY, DAY, 12)).isEmpty();
	}

	@Test
	void countsAnOrderOnceHoweverOftenItIsTold() {
		this.orders.know(order(1, 3, OrderStatus.COMPLETED, "2026-11-20T10:00:00Z", "40", "0", line(7, 0, 2)));
		OrderChanged event = changed(1, 3);
		for (int i = 0; i < 10; i++) {
			publish(event);
		}
		await(() -> outstanding() == 0 && versionOf(1) == 3);
		assertThat(onlyDay().orders()).isEqualTo(1);
		assertThat(this.sales.topSellers(DAY, DAY, 12)).extracting(ProductSales::quantity).containsExactly(2L);
	}

	@Test
	void followsManyOrdersAtOnce() {
		for (int id = 1; id <= 120; id++) {
			this.orders.know(order(id, 1, OrderStatus.COMPLETED, "2026-11-20T10:00:00Z", "40", "0", line(7, 0, 2)));
			publish(placed(id));
			publish(changed(id, 1));
		}
		await(() -> outstanding() == 0);
		assertThat(onlyDay().orders()).isEqualTo(120);
		assertThat(this.sales.topSellers(DAY, DAY, 12)).extracting(ProductSales::quantity).containsExactly(240L);
		this.orders.delete(60);
		publish(changed(60, 2));
		publish(changed(61, 2));
		await(() -> outstanding() == 0);
		assertThat(onlyDay().orders()).isEqualTo(119);
	}

	@Test
	void ignoresAnOlderReadingThatArrivesLate() {
		this.orders.know(order(1, 5, OrderStatus.COMPLETED, "2026-11-20T10:00:00Z", "40", "0"));
		this.sales.rebuild();
		this.orders.know(order(1, 4, OrderStatus.COMPLETED, "2026-11-20T10:00:00Z", "99", "0"));
		this.sales.rebuild();
		assertThat(onlyDay().sales()).isEqualByComparingTo("40");
	}

	@Test
	void rebuildRepairsWhatIsWrongOrGone() {
		Order kept = order(150, 1, OrderStatus.COMPLETED, "2026-11-20T10:00:00Z", "40", "0", line(7, 0, 2));
		this.orders.know(kept);
		this.orders.know(order(320, 1, OrderStatus.COMPLETED, "2026-11-20T10:00:00Z", "10", "0", line(8, 0, 9)));
		this.sales.rebuild();
		this.orders.delete(320);
		this.jdbc.sql("update reporting.sold_order set total = 1 where order_id = 150").update();
		this.jdbc.sql("delete from reporting.sold_product").update();
		assertThat(this.sales.rebuild()).isEqualTo(1);
		assertThat(onlyDay().sales()).isEqualByComparingTo("40");
		assertThat(this.sales.topSellers(DAY, DAY, 12)).containsExactly(new ProductSales(7, "Product 7", 2));
	}

	private DaySales onlyDay() {
		List<DaySales> days = this.sales.days(DAY, DAY);
		assertThat(days).extracting(DaySales::day).containsExactly(DAY);
		return days.getFirst();
	}

	private long versionOf(long orderId) {
		return this.jdbc.sql("select coalesce(max(version), 0) from reporting.sold_order where order_id = ?")
			.param(orderId)
			.query(Long.class)
			.single();
	}

	private long outstanding() {
		return this.publications.findIncompletePublications().size();
	}

	private static OrderPlaced placed(long id) {
		return new OrderPlaced(UUID.randomUUID(), Instant.now(), id, OrderStatus.PENDING, 0, "USD", BigDecimal.TEN);
	}

	private static OrderChanged changed(long id, long version) {
		return new OrderChanged(UUID.randomUUID(), Instant.now(), id, OrderStatus.PENDING, OrderStatus.PROCESSING,
				version);
	}

	private void publish(Object event) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
	}

	private static void await(BooleanSupplier condition) {
		Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
		while (!condition.getAsBoolean()) {
			assertThat(Instant.now()).as("deadline").isBefore(deadline);
			try {
				Thread.sleep(20);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
