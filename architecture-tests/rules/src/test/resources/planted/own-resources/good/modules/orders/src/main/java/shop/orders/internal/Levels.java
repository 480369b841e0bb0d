package shop.orders.internal;

import java.io.InputStream;
import java.util.ResourceBundle;

class Levels {

	InputStream levels() {
		return Levels.class.getResourceAsStream("/shop/orders/levels.csv");
	}

	String low() {
		return ResourceBundle.getBundle("words").getString("stock");
	}

}
