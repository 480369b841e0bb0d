package shop.stock;

public enum Shelf {

	UPPER, LOWER, MIDDLE

}
