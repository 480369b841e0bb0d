package planted.internals.bad.stock;

public interface Stock {

	int level(long itemId);

}
