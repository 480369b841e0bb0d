package shop.orders;

import shop.stock.Stock;

public interface Orders {

	int reserved(Stock stock); // VIOLATION orders -> stock -> catalog -> orders

}
