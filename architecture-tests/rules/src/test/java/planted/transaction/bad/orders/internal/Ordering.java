package planted.transaction.bad.orders.internal;

import planted.transaction.bad.stock.Stock;

import org.springframework.transaction.annotation.Transactional;

class Ordering {

	@Transactional
	int place(Stock stock) {
		return stock.level(1);
	}

}
