package shop.stock.internal;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import shop.runtime.Jdbc;
import shop.stock.Stock;

@Component
public class Shelf implements Stock {

	private final Jdbc jdbc = new Jdbc();

	public static Shelf shared() {
		return new Shelf();
	}

	@Override
	public int level(long itemId) {
		return this.jdbc.sql("select count(*) from stock.item where id = ?").update(); // clean: its own table
	}

	@Override
	public Map<Long, Integer> levels(List<Long> itemIds) {
		return Map.of();
	}

	@Override
	public void take(String key, long itemId, int quantity) {
		this.jdbc.sql("update item set id = id").update(); // clean: its own table, unqualified
	}

}
