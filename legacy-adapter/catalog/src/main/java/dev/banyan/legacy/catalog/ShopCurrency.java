package dev.banyan.legacy.catalog;

import dev.banyan.settings.ReferenceData;
import dev.banyan.settings.Settings;
import dev.banyan.settings.ShopSettings;

import org.springframework.stereotype.Component;

/**
 * The currency that the shop sells in.
 */
@Component
class ShopCurrency {

	private final Settings settings;

	private final ReferenceData referenceData;

	ShopCurrency(Settings settings, ReferenceData referenceData) {
		this.settings = settings;
		this.referenceData = referenceData;
	}

	Currency current() {
		ShopSettings shop = this.settings.current();
		String symbol = this.referenceData.currencies()
			.stream()
			.filter((currency) -> currency.code().equals(shop.currency()))
			.map(ReferenceData.Currency::symbol)
			.findFirst()
			.orElse(shop.currency());
		return new Currency(symbol, shop.currencyPosition(), shop.thousandSeparator(), shop.decimalSeparator(),
				shop.decimals());
	}

}
