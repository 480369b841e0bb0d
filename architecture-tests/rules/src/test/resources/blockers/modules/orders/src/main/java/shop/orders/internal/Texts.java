package shop.orders.internal;

import java.util.StringJoiner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import shop.runtime.Formula;
import shop.runtime.Jdbc;

class Texts {

	private static final String FROM = " from stock.item "; // blocker: the part of a statement in a constant

	private final Jdbc jdbc = new Jdbc();

	int joined() {
		return this.jdbc.sql("select id" + FROM + "where id = 1").update();
	}

	int commented() {
		return this.jdbc.sql("select id from /* all */ stock.item").update(); // blocker: a comment before the table
	}

	int unqualified() {
		return this.jdbc.sql("delete from part where id = 1").update(); // blocker: another's table without its schema
	}

	int union() {
		return this.jdbc.sql("select id from orders.line union all select id from stock.part").update(); // blocker: a union
	}

	int updated() {
		return this.jdbc.sql("update orders.line l set sku = (select sku from stock.item i where i.id = l.item_id)").update(); // blocker: a subselect in an update
	}

	int using() {
		return this.jdbc.sql("delete from orders.line using stock.item where line.item_id = item.id").update(); // blocker: a delete that uses another's table
	}

	int multiple() {
		return this.jdbc.sql("update orders.line l, stock.item i set l.sku = i.sku where i.id = l.item_id").update(); // blocker: an update of two tables
	}

	String steps() {
		StringJoiner joiner = new StringJoiner(" ");
		joiner.add("select id");
		joiner.add("from stock.item"); // blocker: a part that is joined
		return joiner.toString();
	}

	String own() {
		return "select stock from orders.line where stock > 1"; // clean: a column that is called like a module
	}

	String json() {
		return "{\"from\": \"stock.item\"}"; // clean: no statement
	}

	@Entity
	@Table(schema = "orders", name = "stock.item") // blocker: a table that is named with its schema
	static class Hidden {

		@Id
		private long id;

		@Formula("(select count(*) from orders.line l where l.parent = id)") // clean: its own table
		private long lines;

	}

}
