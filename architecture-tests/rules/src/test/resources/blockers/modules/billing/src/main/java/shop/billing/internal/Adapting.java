package shop.billing.internal;

import shop.legacy.stock.StockFace;

class Adapting {

	private final StockFace face; // blocker: a module that knows the adapter

	Adapting(StockFace face) { // blocker: a module that knows the adapter
		this.face = face;
	}

	String posts() {
		return "/wp-json/wc/v3/products"; // blocker: the legacy system's address
	}

	String table() {
		return "wp_posts"; // blocker: the legacy system's table
	}

	String word() {
		return "wooden"; // clean: a word
	}

}
