package db.migration.orders;

class V2__copy {

	String sql() {
		return "insert into orders.line (id) select id from stock.item"; // VIOLATION a migration in Java
	}

}
