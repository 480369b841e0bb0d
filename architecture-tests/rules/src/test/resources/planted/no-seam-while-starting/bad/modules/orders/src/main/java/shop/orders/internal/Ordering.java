package shop.orders.internal;

import jakarta.annotation.PostConstruct;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;

import shop.stock.Stock;

class Ordering implements InitializingBean {

	private final Stock stock;

	private final int first;

	Ordering(Stock stock) {
		this.stock = stock;
		this.first = first(1);
	}

	private int first(long item) {
		return this.stock.level(item); // VIOLATION through a private method
	}

	@PostConstruct
	void begin() {
		this.stock.level(2); // VIOLATION once it is made
	}

	@Override
	public void afterPropertiesSet() {
		this.stock.level(3); // VIOLATION once it is made
	}

	@Bean
	Integer level(Stock stock) {
		return stock.level(4); // VIOLATION a method that makes a bean
	}

}
