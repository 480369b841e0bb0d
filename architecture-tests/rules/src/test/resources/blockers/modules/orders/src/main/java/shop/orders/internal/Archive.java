package shop.orders.internal;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

import shop.runtime.Formula;
import shop.runtime.Jdbc;
import shop.stock.internal.Item;

@Entity
@Table(schema = "orders", name = "archive")
@SecondaryTable(schema = "stock", name = "part") // blocker: half of an entity in another schema
@NamedNativeQuery(name = "a", query = "select id from stock.item") // blocker: a named native query
@NamedQuery(name = "b", query = "select i from Item i") // blocker: a named query of JPA
class Archive {

	@Id
	@TableGenerator(name = "numbers", schema = "stock", table = "numbers") // blocker: another's table of numbers
	private long id;

	@Formula("(select i.sku from stock.item i where i.id = item_id)") // blocker: a formula
	private String sku;

	@OneToOne(optional = false)
	@JoinColumn(name = "part_id")
	private Item part; // blocker: a relation by one to one

	enum Sql {

		OWN("select id from orders.line"), // clean: its own table
		FOREIGN("select id from stock.item where id = ?"); // blocker: SQL in the constant of an enum

		private final String text;

		Sql(String text) {
			this.text = text;
		}

	}

	interface Texts {

		String COUNT = "select count(*) from stock.part"; // blocker: SQL in an interface

	}

	private final Jdbc jdbc = new Jdbc();

	int copy() {
		// blocker-below 3: rows are copied
		return this.jdbc.sql("""
				insert into orders.archive (id, sku)
				select id, sku from stock.item
				""").update();
	}

	int exists(long id) {
		return this.jdbc
			.sql("select id from orders.line l where exists (select 1 from stock.item i where i.id = l.item_id)") // blocker: a subselect
			.param(id)
			.update();
	}

	int common() {
		return this.jdbc.sql("with sold as (select id from stock.item) select id from sold").update(); // blocker: in a common table
	}

	int truncate() {
		return this.jdbc.sql("truncate table stock.item").update(); // blocker: a table is emptied
	}

	int locked() {
		return this.jdbc.sql("lock tables stock.item write").update(); // blocker: a table is locked
	}

	int procedure() {
		return this.jdbc.sql("call stock.recount(1)").update(); // blocker: a procedure is called
	}

	int filled() {
		return this.jdbc.sql(String.format("select id from %s.item", "stock")).update(); // blocker: a schema in a format
	}

	int chosen(int kind) {
		return this.jdbc.sql(switch (kind) {
			case 1 -> "select id from orders.line";
			default -> "select id from stock.part"; // blocker: SQL in a switch
		}).update();
	}

	void schema(Connection connection) throws SQLException {
		connection.setSchema("stock"); // blocker: another schema is entered
	}

	int use() {
		return this.jdbc.sql("set schema stock").update(); // blocker: another schema is set
	}

	int ownSchema(Connection connection) throws SQLException {
		connection.setSchema("orders"); // clean: its own schema
		return this.jdbc.sql("set schema orders").update(); // clean: its own schema
	}

	String sentence() {
		return "call stock, then select one"; // clean: a sentence
	}

}
