package dev.banyan.inventory;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was done with stock is forgotten when nobody repeats it any more.
 */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
		"spring.datasource.url=jdbc:h2:mem:bounded-tables;LOCK_TIMEOUT=10000", "banyan.inventory.expiry-interval=1h" })
class BoundedTablesTests {

	private static final long ITEM = 81;

	@Autowired
	private Stock stock;

	@Autowired
	private Reservations reservations;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ScheduledTaskHolder tasks;

	@Test
	void finishedReservationsAreForgottenAfterNinetyDays() {
		this.stock.define(List.of(StockDefinition.managed(ITEM, 10)));
		for (String key : List.of("confirmed-old", "confirmed-young", "released-old", "held-old")) {
			this.reservations.reserve(key, List.of(new ReservationLine(ITEM, 1)), Duration.ofDays(1));
		}
		this.reservations.confirm("confirmed-old");
		this.reservations.confirm("confirmed-young");
		this.reservations.release("released-old");
		this.jdbc.sql("update inventory.reservation set expires_at = ? where reservation_key like '%-old'")
			.param(daysAgo(91))
			.update();
		this.jdbc.sql("update inventory.reservation set expires_at = ? where reservation_key like '%-young'")
			.param(daysAgo(89))
			.update();

		run("ReservingStock.forgetOld");

		assertThat(keys("reservation", "reservation_key")).containsExactlyInAnyOrder("confirmed-young", "held-old");
		assertThat(keys("reserved_line", "reservation_key")).containsExactlyInAnyOrder("confirmed-young", "held-old");
		this.reservations.confirm("confirmed-young");
		assertThat(this.stock.levels(Set.of(ITEM)).get(ITEM).quantity()).isEqualTo(8);
	}

	@Test
	void keysOfAdjustmentsAreForgottenAfterNinetyDays() {
		this.stock.define(List.of(StockDefinition.managed(ITEM + 1, 10)));
		this.stock.adjust("old", List.of(new StockAdjustment(ITEM + 1, -1)));
		this.stock.adjust("young", List.of(new StockAdjustment(ITEM + 1, -1)));
		this.jdbc.sql("update inventory.applied_adjustment set applied_at = ? where adjustment_key = 'old'")
			.param(daysAgo(91))
			.update();

		run("AppliedAdjustments.forgetOld");

		assertThat(keys("applied_adjustment", "adjustment_key")).contains("young").doesNotContain("old");
	}

	private static LocalDateTime daysAgo(int days) {
		return LocalDateTime.now(ZoneOffset.UTC).minusDays(days);
	}

	private List<String> keys(String table, String column) {
		return this.jdbc.sql("select " + column + " from inventory." + table).query(String.class).list();
	}

	private void run(String name) {
		this.tasks.getScheduledTasks()
			.stream()
			.map(ScheduledTask::getTask)
			.filter((task) -> task.toString().endsWith(name))
			.findFirst()
			.orElseThrow()
			.getRunnable()
			.run();
	}

}
