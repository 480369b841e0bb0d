package shop.orders.internal;

class Lines {

	String one() {
		return "select * from orders.line stock where stock.item_id = ?";
	}

	String two() {
		return "Nothing was taken from item 7";
	}

	String three() {
		return "the key stock.item is not set";
	}

}
