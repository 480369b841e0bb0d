package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.banyan.catalog.SellableItem;
import dev.banyan.catalog.TaxStatus;
import dev.banyan.settings.ShopSettings;
import dev.banyan.taxes.TaxAddress;
import dev.banyan.taxes.TaxCalculation;
import dev.banyan.taxes.TaxRequest;
import dev.banyan.taxes.TaxableLine;
import dev.banyan.taxes.TaxableLine.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What an order comes to. Both entrances price an order here: coupons first, then what
 * lowers the total beneath zero, then taxes, then the sums.
 */
@Component
class Pricing {

	private final Coupons coupons;

	private final Taxing taxing;

	private final TaxCalculation taxes;

	Pricing(Coupons coupons, Taxing taxing, TaxCalculation taxes) {
		this.coupons = coupons;
		this.taxing = taxing;
		this.taxes = taxes;
	}

	/**
	 * Prices an order.
	 * @param codes the coupons that it is to use; null leaves its discounts as they are
	 */
	void price(StoredOrder order, @Nullable List<String> codes, ShopSettings shop) {
		if (codes != null && !(codes.isEmpty() && order.couponLines().isEmpty())) {
			if (order.pricesIncludeTax()) {
				this.taxing.tax(order, shop);
			}
			this.coupons.apply(order, codes, shop);
		}
		limitNegativeFees(order, shop);
		this.taxing.tax(order, shop);
	}

	/** Prices of single pieces without tax; what is entered with tax is taxed at home. */
	Map<Long, BigDecimal> netPrices(List<SellableItem> items, boolean pricesIncludeTax, ShopSettings shop) {
		Map<Long, BigDecimal> prices = new HashMap<>();
		List<TaxableLine> taxed = new ArrayList<>();
		for (SellableItem item : items) {
			BigDecimal price = (item.price() != null) ? item.price() : BigDecimal.ZERO;
			if (prices.put(item.id(), price) == null && item.taxStatus() == TaxStatus.TAXABLE) {
				taxed.add(new TaxableLine(String.valueOf(item.id()), Kind.PRODUCT, item.taxClass(), price, true));
			}
		}
		if (pricesIncludeTax && shop.calcTaxes() && !taxed.isEmpty()) {
			TaxAddress home = new TaxAddress(shop.baseCountry(), shop.baseState(), shop.basePostcode(),
					shop.baseCity());
			this.taxes.calculate(new TaxRequest(home, taxed, shop.decimals(), true, shop.roundTaxAtSubtotal()))
				.lines()
				.forEach((id, line) -> prices.put(Long.valueOf(id), line.net()));
		}
		return prices;
	}

	/** A fee lowers the total to zero at most. */
	private static void limitNegativeFees(StoredOrder order, ShopSettings shop) {
		BigDecimal others = sum(order.goods(), StoredLine::total)
			.add(sum(order.ofKind(StoredLine.Kind.SHIPPING), StoredLine::total));
		BigDecimal fees = BigDecimal.ZERO;
		for (StoredLine fee : order.ofKind(StoredLine.Kind.FEE)) {
			BigDecimal most = others.add(fees).setScale(shop.decimals(), RoundingMode.HALF_UP).negate();
			if (fee.total().signum() < 0 && most.signum() < 0 && fee.total().compareTo(most) < 0) {
				fee.amounts(most, most);
			}
			fees = fees.add(fee.total());
		}
	}

	private static BigDecimal sum(List<StoredLine> lines, Function<StoredLine, BigDecimal> amount) {
		return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
