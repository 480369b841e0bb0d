package planted.transaction.bad.stock;

public interface Stock {

	int level(long itemId);

}
