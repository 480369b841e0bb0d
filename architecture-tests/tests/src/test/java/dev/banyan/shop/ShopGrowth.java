package dev.banyan.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a big shop of a small one, for benchmarks: copies the products and orders that
 * {@code ./banyan benchmark shop} added over the API, in the store, until there are as
 * many as asked for. A single file of the JDK only, as {@code ./banyan benchmark grow}
 * runs it. Its copies get ids far above those that a shop hands out; no event tells of
 * them. It may be asked for more later.
 */
public final class ShopGrowth {

	/** What an id of a copied product begins at. */
	private static final long PRODUCTS = 1_000_000;

	private static final long ORDERS = 10_000_000;

	/** Lines and notes have their own numbers: each copy is so far from the last. */
	private static final long DISTANCE = 100_000_000;

	private static final int SECONDS_BETWEEN_COPIES = 97;

	private final Statement statement;

	private final String database;

	private ShopGrowth(Statement statement, String database) {
		this.statement = statement;
		this.database = database;
	}

	/**
	 * Rows that are copied.
	 *
	 * @param first the lowest id
	 * @param last the highest id
	 * @param count how many there are
	 * @param all how many there are in the table
	 */
	private record Range(long first, long last, long count, long all) {

		long span() {
			return this.last - this.first + 1;
		}

		long missing(long wanted) {
			return (this.count == 0) ? 0 : Math.ceilDiv(Math.max(0, wanted - this.all), this.count);
		}

	}

	/**
	 * Copies.
	 * @param args {@code [--products N] [--orders N]}; the store is that of the
	 * environment's BANYAN_DATABASE_URL, _USER and _PASSWORD
	 * @throws SQLException if the store refuses
	 */
	public static void main(String[] args) throws SQLException {
		Map<String, String> options = new HashMap<>(Map.of("--products", "0", "--orders", "0"));
		for (int i = 0; i + 1 < args.length; i += 2) {
			options.put(args[i], args[i + 1]);
		}
		try (Connection connection = DriverManager.getConnection(System.getenv("BANYAN_DATABASE_URL"),
				System.getenv("BANYAN_DATABASE_USER"), System.getenv("BANYAN_DATABASE_PASSWORD"));
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			ShopGrowth growth = new ShopGrowth(statement, connection.getMetaData().getDatabaseProductName());
			growth.products(Long.parseLong(options.get("--products")));
			growth.orders(Long.parseLong(options.get("--orders")));
			growth.analyze();
			connection.commit();
		}
	}

	private void products(long wanted) throws SQLException {
		Range range = range("catalog.product", "id < " + PRODUCTS + " and sku_key like 'bench-%'");
		String chosen = " between " + range.first() + " and " + range.last();
		long copies = range.missing(wanted);
		long free = Math.max(PRODUCTS, highest("catalog.product") + 1);
		for (long copy = 0; copy < copies; copy++) {
			long shift = free - range.first() + copy * range.span();
			String time = later("created_at", copy);
			copy("catalog.product", "id" + chosen + " and sku_key like 'bench-%'",
					Map.of("id", "id + " + shift, "slug", "concat(slug, '-copy-" + shift + "')", "sku_key",
							"concat(sku_key, '-copy-" + shift + "')", "created_at", time, "modified_at", time));
			copy("catalog.product_term", "product_id" + chosen, Map.of("product_id", "product_id + " + shift));
			copy("catalog.product_word", "row_id" + chosen, Map.of("row_id", "row_id + " + shift));
			copy("inventory.stock_item", "item_id" + chosen, Map.of("item_id", "item_id + " + shift));
			done("products", copy, copies, range);
		}
		this.statement
			.executeUpdate("update catalog.term set product_count = (select count(*) from catalog.product_term x"
					+ " where x.term_id = catalog.term.id and x.status = 'PUBLISH')");
	}

	private void orders(long wanted) throws SQLException {
		Range range = range("ordering.customer_order", "id < " + ORDERS + " and accepted = true");
		String chosen = " between " + range.first() + " and " + range.last();
		long copies = range.missing(wanted);
		long free = Math.max(ORDERS, highest("ordering.customer_order") + 1);
		long before = Math.max(highest("ordering.order_line"), highest("ordering.order_note")) / DISTANCE;
		for (long copy = 0; copy < copies; copy++) {
			long shift = free - range.first() + copy * range.span();
			long apart = (before + copy + 1) * DISTANCE;
			String time = later("created_at", copy);
			copy("ordering.customer_order", "accepted = true and id" + chosen,
					Map.of("id", "id + " + shift, "created_at", time, "modified_at", time));
			copy("ordering.order_line",
					"order_id" + chosen + " and exists (select 1 from ordering.customer_order owner"
							+ " where owner.id = order_id and owner.accepted = true)",
					Map.of("id", "id + " + apart, "order_id", "order_id + " + shift));
			copy("ordering.order_note", "order_id" + chosen,
					Map.of("id", "id + " + apart, "order_id", "order_id + " + shift));
			copy("ordering.order_word", "row_id" + chosen, Map.of("row_id", "row_id + " + shift));
			done("orders", copy, copies, range);
		}
	}

	private static String later(String column, long copy) {
		return "timestampadd(second, " + -(copy + 1) * SECONDS_BETWEEN_COPIES + ", " + column + ")";
	}

	private Range range(String table, String condition) throws SQLException {
		try (ResultSet row = this.statement.executeQuery("select min(id), max(id), count(*), (select count(*) from "
				+ table + ") from " + table + " where " + condition)) {
			row.next();
			return new Range(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
		}
	}

	private long highest(String table) throws SQLException {
		try (ResultSet row = this.statement.executeQuery("select max(id) from " + table)) {
			row.next();
			return row.getLong(1);
		}
	}

	private void copy(String table, String condition, Map<String, String> changed) throws SQLException {
		List<String> columns = new ArrayList<>();
		try (ResultSet rows = this.statement.executeQuery("select * from " + table + " where 1 = 0")) {
			for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
				columns.add(rows.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT));
			}
		}
		this.statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select "
				+ String.join(", ", columns.stream().map((column) -> changed.getOrDefault(column, column)).toList())
				+ " from " + table + " where " + condition);
	}

	private void done(String what, long copy, long copies, Range range) throws SQLException {
		this.statement.getConnection().commit();
		if (copy % Math.max(1, copies / 10) == 0) {
			System.out.printf("%s: %d of %d copied%n", what, (copy + 1) * range.count(), copies * range.count());
		}
	}

	private void analyze() throws SQLException {
		this.statement.execute(this.database.equals("H2") ? "analyze"
				: "analyze table catalog.product, catalog.product_term, catalog.product_word, catalog.word_part,"
						+ " ordering.customer_order, ordering.order_line, ordering.order_word, ordering.word_part");
	}

}
