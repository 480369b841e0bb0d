package shop.orders;

public class OutOfStock extends RuntimeException {

	OutOfStock() {
		super("There is not enough in stock");
	}

}
