package dev.banyan.catalog.internal.product;

import java.time.Instant;
import java.util.List;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent.Pricing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PricesTests {

	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private static final Instant ONE = NOON.plusSeconds(3600);

	@Test
	void echoesThePriceAsItWasWritten() {
		assertThat(Prices.at(new Pricing("5", "", null, null), NOON).amount()).isEqualTo("5");
		assertThat(Prices.at(new Pricing("21.99", "18.50", null, null), NOON).amount()).isEqualTo("18.50");
	}

	@Test
	void isNotOnSaleForMoreThanTheRegularPrice() {
		assertThat(Prices.onSale(new Pricing("5", "6", null, null), NOON)).isFalse();
		assertThat(Prices.onSale(new Pricing("", "6", null, null), NOON)).isFalse();
	}

	@Test
	void beginsAndEndsASaleOnTime() {
		Pricing pricing = new Pricing("10", "8", NOON, ONE);
		assertThat(Prices.onSale(pricing, NOON.minusSeconds(1))).isFalse();
		assertThat(Prices.onSale(pricing, NOON)).isTrue();
		assertThat(Prices.onSale(pricing, ONE)).isTrue();
		assertThat(Prices.onSale(pricing, ONE.plusSeconds(1))).isFalse();
	}

	@Test
	void knowsWhenThePriceChangesNext() {
		Pricing pricing = new Pricing("10", "8", NOON, ONE);
		assertThat(Prices.nextChange(pricing, NOON.minusSeconds(1))).isEqualTo(NOON);
		assertThat(Prices.nextChange(pricing, NOON)).isAfter(ONE);
		assertThat(Prices.nextChange(pricing, ONE.plusSeconds(1))).isNull();
		assertThat(Prices.nextChange(new Pricing("10", "", NOON, ONE), NOON)).isNull();
	}

	@Test
	void showsTheLowestPriceOfSeveral() {
		Product.Price range = Prices.range(List.of(Prices.at(new Pricing("17", "", null, null), NOON),
				Prices.at(new Pricing("25", "20", null, null), NOON),
				Prices.at(new Pricing("", "", null, null), NOON)));
		assertThat(range.amount()).isEqualTo("17");
		assertThat(range.onSale()).isTrue();
		assertThat(range.min()).isEqualByComparingTo("17");
		assertThat(range.max()).isEqualByComparingTo("20");
	}

}
