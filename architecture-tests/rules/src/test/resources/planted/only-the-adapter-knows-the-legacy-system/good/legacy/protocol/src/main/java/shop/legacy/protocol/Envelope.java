package shop.legacy.protocol;

public record Envelope(String code) {

	public static Envelope noStock() {
		return new Envelope("woocommerce_rest_no_stock");
	}

}
