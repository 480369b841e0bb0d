package planted.transaction.good.stock;

public interface Stock {

	int level(long itemId);

}
