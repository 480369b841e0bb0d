package planted.internals.good.stock;

public interface Stock {

	int level(long itemId);

}
