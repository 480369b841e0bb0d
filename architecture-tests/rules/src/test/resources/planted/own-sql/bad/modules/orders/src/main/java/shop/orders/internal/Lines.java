package shop.orders.internal;

class Lines {

	String one(String column) {
		return "select " + column + " from orders.line join stock.item on item_id = id"; // VIOLATION a join
	}

	String two() {
		return "select title from item where id = ?"; // VIOLATION unqualified
	}

	String three() {
		return """
				update stock.item
				set title = ? where id = ?
				"""; // VIOLATION-ABOVE 2 a text block
	}

	String four() {
		StringBuilder sql = new StringBuilder("select * from orders.line l");
		sql.append(" where exists (select 1 from stock.item i where i.id = l.item_id)"); // VIOLATION a part of it
		return sql.toString();
	}

	String five() {
		return "delete from stock.item"; // VIOLATION
	}

}
