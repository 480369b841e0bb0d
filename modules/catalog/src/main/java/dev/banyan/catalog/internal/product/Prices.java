package dev.banyan.catalog.internal.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent.Pricing;

/**
 * What things cost at a moment.
 */
final class Prices {

	/** More digits than a column keeps. */
	private static final BigDecimal TOO_MUCH = new BigDecimal("1e20");

	private Prices() {
	}

	static Product.Price at(Pricing pricing, Instant now) {
		boolean onSale = onSale(pricing, now);
		String amount = onSale ? pricing.sale() : pricing.regular();
		BigDecimal price = number(amount);
		BigDecimal regular = number(pricing.regular());
		return new Product.Price(amount, onSale, price, price, regular, regular);
	}

	static boolean onSale(Pricing pricing, Instant now) {
		BigDecimal regular = number(pricing.regular());
		BigDecimal sale = number(pricing.sale());
		return regular != null && sale != null && sale.compareTo(regular) < 0
				&& (pricing.saleFrom() == null || !pricing.saleFrom().isAfter(now))
				&& (pricing.saleTo() == null || !pricing.saleTo().isBefore(now));
	}

	/** When the price changes by itself next. */
	static @Nullable Instant nextChange(Pricing pricing, Instant now) {
		if (pricing.sale().isEmpty()) {
			return null;
		}
		if (pricing.saleFrom() != null && pricing.saleFrom().isAfter(now)) {
			return pricing.saleFrom();
		}
		return (pricing.saleTo() != null && !pricing.saleTo().isBefore(now)) ? pricing.saleTo().plusNanos(1000) : null;
	}

	/** The range of several prices, those without a price left out. */
	static Product.Price range(List<Product.Price> parts) {
		List<Product.Price> priced = parts.stream().filter((part) -> part.min() != null).toList();
		Product.@Nullable Price cheapest = null;
		for (Product.Price part : priced) {
			if (cheapest == null || lower(part.min(), cheapest.min())) {
				cheapest = part;
			}
		}
		return new Product.Price((cheapest != null) ? cheapest.amount() : "",
				priced.stream().anyMatch(Product.Price::onSale), min(priced.stream().map(Product.Price::min)),
				max(priced.stream().map(Product.Price::max)), min(priced.stream().map(Product.Price::minRegular)),
				max(priced.stream().map(Product.Price::maxRegular)));
	}

	private static boolean lower(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return one != null && other != null && one.compareTo(other) < 0;
	}

	private static @Nullable BigDecimal min(Stream<@Nullable BigDecimal> amounts) {
		return amounts.filter(Objects::nonNull).min(BigDecimal::compareTo).orElse(null);
	}

	private static @Nullable BigDecimal max(Stream<@Nullable BigDecimal> amounts) {
		return amounts.filter(Objects::nonNull).max(BigDecimal::compareTo).orElse(null);
	}

	/** A price as a number; null if there is none. */
	static @Nullable BigDecimal number(String amount) {
		try {
			return amount.isBlank() ? null : new BigDecimal(amount.strip());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/** A price that fits into a column. */
	static @Nullable BigDecimal column(@Nullable BigDecimal price) {
		return (price != null) ? price.min(TOO_MUCH).max(TOO_MUCH.negate()) : null;
	}

}
