package shop.stock.internal;

public class Shelf {

	public static final int SIZE = Integer.parseInt("4");

	public int level() {
		return 1;
	}

}
