package shop.orders.internal;

import org.springframework.core.env.Environment;

class Ordering {

	String limit(Environment environment) {
		return environment.getProperty("shop.orders.limit") + environment.getProperty("spring.application.name");
	}

	String type() {
		return "com.shop.stock.Stock";
	}

}
