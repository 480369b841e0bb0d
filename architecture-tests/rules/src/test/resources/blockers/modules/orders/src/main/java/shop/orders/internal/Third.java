package shop.orders.internal;

import java.util.List;
import java.util.function.BiFunction;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import shop.orders.OrderPlaced;
import shop.runtime.Jdbc;
import shop.stock.Stock;
import shop.stock.StockChanged;

class Third {

	private final Stock stock;

	private final TransactionTemplate transaction;

	private final Jdbc jdbc = new Jdbc();

	Third(Stock stock, TransactionTemplate transaction) {
		this.stock = stock;
		this.transaction = transaction;
	}

	Integer helper() {
		return inTransaction((status, id) -> this.stock.level(id)); // blocker: a step of two parameters in a transaction
	}

	private Integer inTransaction(BiFunction<TransactionStatus, Long, Integer> step) {
		return this.transaction.execute((status) -> step.apply(status, 1L));
	}

	@Transactional
	void chosen(int kind) {
		switch (kind) {
			case 1 -> this.stock.take("a", 1, 1); // blocker: a seam in a case within a transaction
			default -> {
			}
		}
	}

	@Transactional
	List<Integer> streamed(List<Long> ids) {
		return ids.parallelStream().map((id) -> one(id)).toList();
	}

	private int one(long id) {
		return new Inner().level(id);
	}

	class Inner {

		int level(long id) {
			return Third.this.stock.level(id); // blocker: a seam in an inner class within a transaction
		}

	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void beforeCommit(OrderPlaced event) {
		this.stock.level(1); // blocker: a listener before the commit
	}

	@EventListener(condition = "#event.itemId > 1")
	void conditioned(StockChanged event) { // blocker: a synchronous listener with a condition
	}

	int having() {
		// blocker-below 6: a table on a line of its own
		return this.jdbc.sql("""
				select l.id, count(*)
				  from orders.line l
				  -- all of them
				  inner join
				    stock.item i
				    on i.id = l.item_id
				 group by l.id
				""").update(); // clean: the end of a statement
	}

	int upserted() {
		return this.jdbc
			.sql("insert into stock.item (id) values (1) on duplicate key update id = 1") // blocker: a row is put in
			.update();
	}

	int recursive() {
		// blocker-below 4: in a recursive table
		return this.jdbc.sql("""
				with recursive tree as (
					select id from orders.line
					union all select id from catalog.product p join tree t on t.id = p.id
				) select id from tree
				""").update();
	}

	int values() {
		return this.jdbc.sql("select 1 from orders.line where text = 'it''s from stock.item'").update(); // clean: in quotes
	}

	int described() {
		return this.jdbc.sql("select table_name from information_schema.tables where table_schema = 'orders'").update(); // clean: what every database has
	}

}
