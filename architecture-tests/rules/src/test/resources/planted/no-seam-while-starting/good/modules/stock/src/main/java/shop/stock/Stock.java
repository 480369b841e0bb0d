package shop.stock;

public interface Stock {

	int level(long itemId);

}
