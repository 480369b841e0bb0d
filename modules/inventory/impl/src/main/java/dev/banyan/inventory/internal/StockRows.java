package dev.banyan.inventory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import dev.banyan.inventory.Backorders;
import dev.banyan.inventory.StockStatus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Items as they are stored, only to be read: every page of products asks for some.
 * Hibernate would translate a query with a list of ids anew each time.
 */
@Component
class StockRows {

	private final JdbcClient jdbc;

	StockRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<StockItem> read(Collection<Long> ids) {
		return this.jdbc.sql("""
				select item_id, managed, quantity, reserved, backorders, low_stock_amount, given_status, inherits_from
				from inventory.stock_item where item_id in (:ids)""")
			.param("ids", ids)
			.query((row, number) -> item(row))
			.list();
	}

	private static StockItem item(ResultSet row) throws SQLException {
		return new StockItem(row.getLong(1), row.getBoolean(2), row.getInt(3), row.getInt(4),
				Backorders.valueOf(row.getString(5)), row.getObject(6, Integer.class),
				StockStatus.valueOf(row.getString(7)), row.getObject(8, Long.class));
	}

}
