package shop.orders.internal;

class MoreLines {

	private static final String ALL = "SELECT * FROM STOCK.ITEM"; // VIOLATION capitals, in a constant

	String one() {
		return ALL;
	}

	String two() {
		return "insert into `stock`.`item` (id) values (?)"; // VIOLATION quoted
	}

}
