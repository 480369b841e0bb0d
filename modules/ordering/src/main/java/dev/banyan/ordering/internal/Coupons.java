package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.SellableItem;
import dev.banyan.customers.CustomerAccount;
import dev.banyan.customers.CustomerAccounts;
import dev.banyan.ordering.CouponLine;
import dev.banyan.ordering.CouponNotApplicable;
import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.CouponRefused;
import dev.banyan.promotions.DiscountRequest;
import dev.banyan.promotions.DiscountResult;
import dev.banyan.promotions.DiscountResult.AppliedCoupon;
import dev.banyan.promotions.Discounts;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.settings.ShopSettings;
import dev.banyan.taxes.TaxCalculation;
import dev.banyan.taxes.TaxRequest;
import dev.banyan.taxes.TaxResult.TaxedLine;
import dev.banyan.taxes.TaxableLine;
import dev.banyan.taxes.TaxableLine.Kind;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Applies coupons to an order: its goods cost what they did before discounts, less what
 * the coupons take off. Where prices include tax, so do discounts.
 */
@Component
class Coupons {

	private final Discounts discounts;

	private final Assortment assortment;

	private final CustomerAccounts customers;

	private final TaxCalculation taxes;

	private final IdSequence lineIds;

	private final IdSequence metaIds;

	Coupons(Discounts discounts, Assortment assortment, CustomerAccounts customers, TaxCalculation taxes,
			@Qualifier("orderLineIds") IdSequence lineIds, @Qualifier("orderMetaIds") IdSequence metaIds) {
		this.discounts = discounts;
		this.assortment = assortment;
		this.customers = customers;
		this.taxes = taxes;
		this.lineIds = lineIds;
		this.metaIds = metaIds;
	}

	void apply(StoredOrder order, List<String> codes, ShopSettings shop) {
		order.goods().forEach((line) -> line.amounts(line.subtotal(), line.subtotal()));
		if (codes.isEmpty()) {
			order.coupons(List.of());
			return;
		}
		DiscountResult result = discounts(order, codes, shop);
		Map<String, TaxedLine> taxed = taxed(result, order, shop);
		List<CouponLine> lines = new ArrayList<>();
		for (AppliedCoupon applied : result.coupons()) {
			BigDecimal discount = BigDecimal.ZERO;
			BigDecimal discountTax = BigDecimal.ZERO;
			for (StoredLine line : order.goods()) {
				BigDecimal gross = applied.lines().get(String.valueOf(line.id()));
				if (gross != null) {
					TaxedLine tax = taxed.get(name(applied, line.id()));
					BigDecimal ofTax = (tax != null) ? tax.total() : BigDecimal.ZERO;
					BigDecimal net = order.pricesIncludeTax() ? gross.subtract(ofTax) : gross;
					line.amounts(line.subtotal(), line.total().subtract(net).max(BigDecimal.ZERO));
					discount = discount.add(net);
					discountTax = discountTax.add(ofTax);
				}
			}
			lines.add(line(applied.coupon(), order, discount, discountTax));
		}
		order.coupons(lines);
	}

	private CouponLine line(Coupon coupon, StoredOrder order, BigDecimal discount, BigDecimal discountTax) {
		CouponLine known = order.couponLines()
			.stream()
			.filter((line) -> line.couponId() == coupon.id())
			.findFirst()
			.orElse(null);
		return new CouponLine((known != null) ? known.id() : this.lineIds.next(),
				(known != null) ? known.metaId() : this.metaIds.next(), coupon.id(), coupon.code(),
				coupon.type().name().toLowerCase(Locale.ROOT), coupon.amount(), coupon.freeShipping(), discount,
				discountTax);
	}

	private DiscountResult discounts(StoredOrder order, List<String> codes, ShopSettings shop) {
		Set<Long> ids = order.goods()
			.stream()
			.map(StoredLine::itemId)
			.filter((id) -> id != 0)
			.collect(Collectors.toSet());
		Map<Long, SellableItem> items = ids.isEmpty() ? Map.of() : this.assortment.items(ids);
		Map<Long, Set<Long>> categories = ids.isEmpty() ? Map.of() : this.assortment.categories(ids);
		Set<String> present = order.couponLines().stream().map(CouponLine::code).collect(Collectors.toSet());
		try {
			return this.discounts.apply(new DiscountRequest(codes,
					order.goods()
						.stream()
						.map((line) -> cartLine(line, items.get(line.itemId()),
								categories.getOrDefault(line.itemId(), Set.of()), order))
						.toList(),
					shop.decimals(), shop.discountsSequentially(), order.customerId(), emails(order), present));
		}
		catch (CouponRefused ex) {
			throw new CouponNotApplicable(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static DiscountRequest.Line cartLine(StoredLine line, @org.jspecify.annotations.Nullable SellableItem item,
			Set<Long> categories, StoredOrder order) {
		BigDecimal amount = order.pricesIncludeTax() ? line.subtotal().add(line.subtotalTax()) : line.subtotal();
		return new DiscountRequest.Line(String.valueOf(line.id()), line.productId(),
				(line.itemId() != line.productId()) ? line.itemId() : 0, categories, item != null && item.onSale(),
				line.quantity(), amount.max(BigDecimal.ZERO));
	}

	private List<String> emails(StoredOrder order) {
		long customer = order.customerId();
		CustomerAccount account = (customer != 0) ? this.customers.accounts(Set.of(customer)).get(customer) : null;
		return Stream
			.concat(Stream.of(order.header().billing().getOrDefault("email", "")),
					Stream.ofNullable(account).map(CustomerAccount::email))
			.filter((email) -> !email.isEmpty())
			.toList();
	}

	private Map<String, TaxedLine> taxed(DiscountResult result, StoredOrder order, ShopSettings shop) {
		Map<String, StoredLine> taxable = new HashMap<>();
		order.goods()
			.stream()
			.filter(StoredLine::taxable)
			.forEach((line) -> taxable.put(String.valueOf(line.id()), line));
		List<TaxableLine> amounts = new ArrayList<>();
		for (AppliedCoupon applied : result.coupons()) {
			applied.lines().forEach((id, discount) -> {
				StoredLine line = taxable.get(id);
				if (line != null) {
					amounts.add(new TaxableLine(name(applied, line.id()), Kind.PRODUCT, line.taxClass(), discount,
							order.pricesIncludeTax()));
				}
			});
		}
		if (amounts.isEmpty() || !shop.calcTaxes()) {
			return Map.of();
		}
		return this.taxes
			.calculate(new TaxRequest(Taxing.address(order, shop), amounts, shop.decimals(), order.pricesIncludeTax(),
					shop.roundTaxAtSubtotal()))
			.lines();
	}

	private static String name(AppliedCoupon applied, long lineId) {
		return applied.coupon().id() + "-" + lineId;
	}

}
