package dev.banyan.legacy.catalog;

import java.math.BigDecimal;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductType;

/**
 * Prices as the shop's pages show them.
 */
final class PriceHtml {

	private final Currency currency;

	PriceHtml(Currency currency) {
		this.currency = currency;
	}

	String of(Product product) {
		Product.Price price = product.price();
		BigDecimal min = price.min();
		BigDecimal max = price.max();
		if (min == null || max == null) {
			return "";
		}
		ProductType type = product.content().type();
		if (min.compareTo(max) != 0) {
			return amount(min) + " &ndash; " + amount(max);
		}
		BigDecimal regular = price.maxRegular();
		boolean reduced = price.onSale() && type != ProductType.GROUPED && regular != null
				&& (price.minRegular() == null || price.minRegular().compareTo(regular) == 0);
		return (reduced && regular != null) ? sale(regular, min) : amount(min);
	}

	private String sale(BigDecimal regular, BigDecimal price) {
		return "<del aria-hidden=\"true\">" + amount(regular)
				+ "</del> <span class=\"screen-reader-text\">Original price was: " + plain(regular)
				+ ".</span><ins aria-hidden=\"true\">" + amount(price)
				+ "</ins><span class=\"screen-reader-text\">Current price is: " + plain(price) + ".</span>";
	}

	private String amount(BigDecimal amount) {
		return "<span class=\"woocommerce-Price-amount amount\"><bdi>"
				+ this.currency.formatted(amount,
						"<span class=\"woocommerce-Price-currencySymbol\">" + this.currency.symbol() + "</span>")
				+ "</bdi></span>";
	}

	private String plain(BigDecimal amount) {
		return this.currency.formatted(amount, this.currency.symbol().replace("&#36;", "&#036;"));
	}

}
