package shop.orders;

public interface Orders {

	long place(String key, long productId);

}
