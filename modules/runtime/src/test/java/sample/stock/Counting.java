package sample.stock;

import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts up, and tells it.
 */
@Component
public class Counting {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Counting(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	@Transactional
	public void count(long itemId) {
		if (this.jdbc.sql("update stock.counted set number = number + 1 where item_id = ?")
			.param(itemId)
			.update() == 0) {
			this.jdbc.sql("insert into stock.counted (item_id, number) values (?, 1)").param(itemId).update();
		}
		long number = this.jdbc.sql("select number from stock.counted where item_id = ?")
			.param(itemId)
			.query(Long.class)
			.single();
		this.events.publishEvent(new ItemCounted(UUID.randomUUID(), Instant.now(), itemId, number));
	}

}
