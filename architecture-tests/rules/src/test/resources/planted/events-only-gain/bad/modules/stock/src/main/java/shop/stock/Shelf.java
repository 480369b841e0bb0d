package shop.stock;

public enum Shelf {

	UPPER, MIDDLE

}
