package db.migration.orders;

class V2__copy {

	String sql() {
		return "update orders.line set item_id = 1";
	}

}
