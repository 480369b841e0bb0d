package shop.stock;

import org.springframework.context.ApplicationEvent;

public class StockCounted extends ApplicationEvent {

	public StockCounted(Object source) {
		super(source);
	}

}
