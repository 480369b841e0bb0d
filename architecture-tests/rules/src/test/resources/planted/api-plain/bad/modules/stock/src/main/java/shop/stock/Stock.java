package shop.stock;

import org.springframework.context.ApplicationEvent;

import shop.stock.internal.Item;

public interface Stock {

	Item item(long itemId); // VIOLATION an internal type

	void on(ApplicationEvent event); // VIOLATION a framework's type

}
