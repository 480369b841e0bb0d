package shop.orders;

public interface Orders {

}
