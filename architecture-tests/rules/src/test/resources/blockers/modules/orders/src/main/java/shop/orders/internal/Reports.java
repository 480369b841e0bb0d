package shop.orders.internal;

import org.springframework.scheduling.annotation.Scheduled;

import shop.runtime.Jdbc;
import shop.runtime.Query;

class Reports {

	private static final String SOLD = "select count(*) from stock.item"; // blocker: SQL in a constant

	private static final String TABLE = "stock.item"; // blocker: a table's name in a constant

	private static final String OWN = "select id from orders.line where note = 'from stock.item'"; // clean: in quotes

	private final Jdbc jdbc = new Jdbc();

	int constant() {
		return this.jdbc.sql(SOLD).update();
	}

	int own() {
		return this.jdbc.sql(OWN).update();
	}

	int named() {
		return this.jdbc.sql("select id from " + TABLE + " where id = ?").update();
	}

	int lines() {
		return this.jdbc
			.sql("select l.id from line l, item i where l.item_id = i.id") // blocker: an old join
			.param(1)
			.update();
	}

	int block(long id) {
		// blocker-below 4: a join in a text block
		return this.jdbc.sql("""
				select l.id
				from orders.line l
				join stock.item i on i.id = l.item_id
				where l.id = ?
				""").param(id).update();
	}

	int concatenated(String order) {
		return this.jdbc.sql("select l.id " + "from orders.line l "
				+ "left join catalog.product p on p.id = l.product_id " // blocker: in a concatenation
				+ "order by " + order).update();
	}

	int built(boolean all) {
		StringBuilder sql = new StringBuilder("select * from orders.line l");
		if (all) {
			sql.append(" left join stock.part p on p.item_id = l.item_id"); // blocker: a part that is appended
		}
		return this.jdbc.sql(sql.toString()).update();
	}

	int formatted(String schema) {
		return this.jdbc.sql("select * from %s.part".formatted(schema)).update(); // blocker: the schema is filled in
	}

	int dynamic(String table) {
		return this.jdbc.sql("delete from stock." + table).update(); // blocker: the table is filled in
	}

	int quoted() {
		return this.jdbc.sql("merge into `stock`.`item` (id) values (1)").update(); // blocker: quoted names
	}

	int capitals() {
		return this.jdbc.sql("SELECT 1 FROM STOCK.ITEM FOR UPDATE").update(); // blocker: capitals
	}

	int number() {
		return this.jdbc.sql("select nextval('stock.item_numbers')").update(); // blocker: a sequence
	}

	int inserting() {
		return this.jdbc.withSchemaName("stock") // blocker: a schema handed over
			.withTableName("part") // blocker: a table handed over
			.update();
	}

	@Scheduled(fixedDelay = 1000)
	void sweep() {
		this.jdbc.sql("delete from catalog.product where id < 0").update(); // blocker: a scheduled sweep
	}

	@Query("select p from StockPart p where p.id = ?1") // blocker: the query language of JPA
	int entities() {
		return 1;
	}

	@Query("select l from Line l where l.stock.item = 1") // clean: a path
	int paths() {
		return this.jdbc.sql("with item as (select id from orders.line) select id from item").update(); // clean: a common table
	}

	String words() {
		return "Please select one from our item list, or update the item"; // clean: a sentence
	}

	String key() {
		return "the key stock.item is not set"; // clean: a key in a sentence
	}

	int aliased() {
		return this.jdbc.sql("select stock.id from orders.line stock where stock.item_id = 1").update(); // clean: an alias
	}

	String title() {
		return "Item"; // clean: a word
	}

}
