package shop.orders.internal;

import shop.legacy.protocol.Envelope;

class Ordering {

	Object refuse() {
		return new Envelope("no_stock"); // VIOLATION a type of the adapter
	}

	String code() {
		return "woocommerce_rest_no_stock"; // VIOLATION a word of it
	}

	String path() {
		return "/wp-json/wc/v3/orders"; // VIOLATION a path of it
	}

}
