package shop.catalog;

public interface Products {

	String title(long productId);

}
