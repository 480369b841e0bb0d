package shop.orders.internal;

import org.springframework.core.env.Environment;

class Ordering {

	String limit(Environment environment) {
		return environment.getProperty("shop.stock.limit"); // VIOLATION
	}

	String text(Environment environment) {
		return environment.resolvePlaceholders("${shop.stock.limit:5} pieces"); // VIOLATION in a placeholder
	}

}
