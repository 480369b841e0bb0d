package shop.billing.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;

import shop.runtime.ConfigurationProperties;

class Limits {

	private static final String KEY = "shop.stock.limit"; // blocker: a key in a constant

	@Value("${shop.stock.expiry:10s}") // blocker: a value of another module
	private String expiry;

	@Value("#{@shelf.level(1)}") // blocker: a bean in an expression
	private int level;

	@Value("#{environment['shop.stock.limit']}") // blocker: a key in an expression
	private int limit;

	@Value("${shop.billing.expiry:10s}") // clean: its own key
	private String own;

	private final int most;

	Limits(@Value("${shop.catalog.most}") int most) { // blocker: a value in a constructor
		this.most = most;
	}

	String read(Environment environment) {
		return environment.getProperty(KEY) + environment.getProperty("spring.application.name"); // clean: the framework's key
	}

	String short_(Environment environment) {
		return environment.getRequiredProperty("stock.limit"); // blocker: a key without the prefix
	}

	String variable() {
		return System.getenv("SHOP_STOCK_LIMIT"); // blocker: a variable of the process
	}

	@Scheduled(fixedDelayString = "${shop.catalog.sweep}") // blocker: a delay of another module
	void sweep() {
	}

	String address() {
		return "https://stock.example.com/shop.stocks.html"; // clean: an address
	}

	@ConfigurationProperties("shop.stock") // blocker: all keys of another module
	record Bound(int limit) {
	}

	@ConfigurationProperties("shop.billing") // clean: its own keys
	record Own(int limit) {
	}

}
