package shop.gateway;

public class Router {

	String capability() {
		return "orders";
	}

}
