package shop.legacy.stock;

class StockFace {

	String all() {
		return "select * from stock.item"; // VIOLATION an adapter, too
	}

}
