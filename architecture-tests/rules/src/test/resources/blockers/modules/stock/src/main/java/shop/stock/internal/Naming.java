package shop.stock.internal;

class Naming {

	String key() {
		return "woocommerce_stock"; // blocker: the legacy system's name
	}

	String own() {
		return "commerce"; // clean: a word
	}

}
