package shop.orders;

public interface Orders {

	int open();

}
