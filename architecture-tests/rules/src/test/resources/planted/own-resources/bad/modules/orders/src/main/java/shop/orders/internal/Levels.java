package shop.orders.internal;

import java.io.InputStream;
import java.util.ResourceBundle;

class Levels {

	InputStream levels() {
		return Levels.class.getResourceAsStream("/shop/stock/levels.csv"); // VIOLATION a file
	}

	String low() {
		return ResourceBundle.getBundle("stock-words").getString("low"); // VIOLATION a bundle
	}

	String place() {
		return "classpath:shop/stock/"; // VIOLATION a folder
	}

}
