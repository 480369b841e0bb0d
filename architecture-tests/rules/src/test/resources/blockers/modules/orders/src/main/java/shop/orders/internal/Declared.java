package shop.orders.internal;

import org.springframework.transaction.annotation.Transactional;

interface Declared {

	@Transactional
	int run();

}
