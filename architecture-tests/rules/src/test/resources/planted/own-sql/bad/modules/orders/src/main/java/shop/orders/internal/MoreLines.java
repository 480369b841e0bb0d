package shop.orders.internal;

class MoreLines {

	private static final String ALL = "SELECT * FROM STOCK.ITEM";

	String one() {
		return ALL; // VIOLATION capitals, in a constant
	}

	String two() {
		return "insert into `stock`.`item` (id) values (?)"; // VIOLATION quoted
	}

}
