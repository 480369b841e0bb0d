package sample.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import sample.stock.ItemCounted;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Adds a row for each event: a second one for the same event would show.
 */
@Component
public class Labels {

	/** Items that it fails on. */
	public static final Set<Long> FAILING = ConcurrentHashMap.newKeySet();

	private final JdbcClient jdbc;

	Labels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@ApplicationModuleListener(id = "shelf.item-counted")
	void on(ItemCounted event) {
		this.jdbc.sql("insert into shelf.label (item_id, number, millis) values (?, ?, ?)")
			.params(event.itemId(), event.number(), Duration.between(event.occurredAt(), Instant.now()).toMillis())
			.update();
		if (FAILING.contains(event.itemId())) {
			throw new IllegalStateException("No label for " + event.itemId());
		}
	}

}
