package shop.stock.internal;

class Items {

	String one() {
		return "select * from stock.item where id = ?";
	}

}
