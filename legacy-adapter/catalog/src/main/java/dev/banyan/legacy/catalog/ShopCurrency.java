package dev.banyan.legacy.catalog;

import org.springframework.stereotype.Component;

/**
 * The currency that the shop sells in.
 */
@Component
class ShopCurrency {

	Currency current() {
		return new Currency("&#36;", "left", ",", ".", 2);
	}

}
