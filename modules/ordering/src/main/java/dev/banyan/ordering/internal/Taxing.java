package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.banyan.ordering.LineTax;
import dev.banyan.ordering.OrderTotals;
import dev.banyan.ordering.TaxLine;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.settings.ShopSettings;
import dev.banyan.taxes.TaxAddress;
import dev.banyan.taxes.TaxCalculation;
import dev.banyan.taxes.TaxRequest;
import dev.banyan.taxes.TaxResult;
import dev.banyan.taxes.TaxResult.AppliedRate;
import dev.banyan.taxes.TaxableLine;
import dev.banyan.taxes.TaxableLine.Kind;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Taxes the lines of an order and sums it up. A fee that lowers the total lowers the
 * taxes of everything else in proportion.
 */
@Component
class Taxing {

	private static final String BEFORE = "before-";

	private static final String AFTER = "after-";

	private final TaxCalculation taxes;

	private final IdSequence lineIds;

	Taxing(TaxCalculation taxes, @Qualifier("orderLineIds") IdSequence lineIds) {
		this.taxes = taxes;
		this.lineIds = lineIds;
	}

	void tax(StoredOrder order, ShopSettings shop) {
		Map<Long, AppliedRate> rates = new LinkedHashMap<>();
		if (shop.calcTaxes()) {
			List<TaxableLine> lines = taxable(order, shop);
			TaxResult result = lines.isEmpty() ? new TaxResult(Map.of(), List.of())
					: this.taxes.calculate(new TaxRequest(address(order, shop), lines, shop.decimals(),
							order.pricesIncludeTax(), shop.roundTaxAtSubtotal()));
			result.totals().forEach((total) -> rates.put(total.rate().id(), total.rate()));
			order.lines().forEach((line) -> note(line, result, order, shop));
		}
		sum(order, rates, shop);
	}

	static TaxAddress address(StoredOrder order, ShopSettings shop) {
		Map<String, String> billing = order.header().billing();
		Map<String, String> shipping = order.header().shipping();
		boolean pickup = order.ofKind(StoredLine.Kind.SHIPPING)
			.stream()
			.anyMatch((line) -> line.methodId().equals("local_pickup"));
		Map<String, String> given = (shop.taxBasedOn().equals("shipping")
				&& !shipping.getOrDefault("country", "").isEmpty()) ? shipping : billing;
		String country = given.getOrDefault("country", "");
		if (shop.taxBasedOn().equals("base") || pickup || country.isEmpty()) {
			return new TaxAddress(shop.baseCountry(), shop.baseState(), shop.basePostcode(), shop.baseCity());
		}
		return new TaxAddress(country, given.getOrDefault("state", ""), given.getOrDefault("postcode", ""),
				given.getOrDefault("city", ""));
	}

	private static List<TaxableLine> taxable(StoredOrder order, ShopSettings shop) {
		List<TaxableLine> lines = new ArrayList<>();
		List<TaxableLine> before = new ArrayList<>();
		for (StoredLine line : order.goods()) {
			if (line.taxable()) {
				lines.add(TaxableLine.net(AFTER + line.id(), Kind.PRODUCT, line.taxClass(), line.total()));
				before.add(TaxableLine.net(BEFORE + line.id(), Kind.PRODUCT, line.taxClass(), line.subtotal()));
			}
		}
		for (StoredLine fee : order.ofKind(StoredLine.Kind.FEE)) {
			if (fee.taxable() && fee.total().signum() >= 0) {
				lines.add(TaxableLine.net(AFTER + fee.id(), Kind.FEE, fee.taxClass(), fee.total()));
			}
			else if (fee.taxable()) {
				lines.addAll(shares(fee, order, shop));
			}
		}
		for (StoredLine shipping : order.ofKind(StoredLine.Kind.SHIPPING)) {
			if (shipping.taxable()) {
				lines.add(TaxableLine.net(AFTER + shipping.id(), Kind.SHIPPING, shop.shippingTaxClass(),
						shipping.total()));
			}
		}
		lines.addAll(before);
		return lines;
	}

	/** A negative fee, split over the tax classes by what they cost in the order. */
	private static List<TaxableLine> shares(StoredLine fee, StoredOrder order, ShopSettings shop) {
		Map<String, BigDecimal> costs = new LinkedHashMap<>();
		BigDecimal all = BigDecimal.ZERO;
		for (StoredLine line : order.lines()) {
			if (line.total().signum() > 0) {
				all = all.add(line.total());
				if (line.taxable()) {
					String taxClass = (line.kind() == StoredLine.Kind.SHIPPING) ? shop.shippingTaxClass()
							: line.taxClass();
					costs.merge(taxClass, line.total(), BigDecimal::add);
				}
			}
		}
		BigDecimal total = all;
		List<TaxableLine> shares = new ArrayList<>();
		costs.forEach((taxClass, cost) -> shares.add(TaxableLine.net(AFTER + fee.id() + "-" + taxClass, Kind.FEE,
				taxClass, fee.total().multiply(cost).divide(total, MathContext.DECIMAL64))));
		return shares;
	}

	private static void note(StoredLine line, TaxResult result, StoredOrder order, ShopSettings shop) {
		Map<Long, BigDecimal> after = new LinkedHashMap<>();
		result.lines().forEach((id, taxed) -> {
			if (id.equals(AFTER + line.id()) || id.startsWith(AFTER + line.id() + "-")) {
				taxed.taxes().forEach((rate, tax) -> after.merge(rate, tax, BigDecimal::add));
			}
		});
		TaxResult.TaxedLine taxedBefore = result.lines().get(BEFORE + line.id());
		Map<Long, BigDecimal> before = (taxedBefore != null) ? taxedBefore.taxes() : new HashMap<>();
		List<LineTax> taxes = after.entrySet()
			.stream()
			.map((tax) -> new LineTax(tax.getKey(), tax.getValue(), before.get(tax.getKey())))
			.toList();
		line.taxes(taxes, sum(List.copyOf(before.values()), order, shop),
				sum(List.copyOf(after.values()), order, shop));
	}

	private static BigDecimal sum(List<BigDecimal> taxes, StoredOrder order, ShopSettings shop) {
		return TaxCalculation.sum(taxes, shop.decimals(), order.pricesIncludeTax(), shop.roundTaxAtSubtotal());
	}

	private void sum(StoredOrder order, Map<Long, AppliedRate> rates, ShopSettings shop) {
		Map<Long, List<BigDecimal>> goods = new LinkedHashMap<>();
		Map<Long, List<BigDecimal>> shipping = new LinkedHashMap<>();
		BigDecimal discountTax = BigDecimal.ZERO;
		for (StoredLine line : order.lines()) {
			for (LineTax tax : line.taxes()) {
				((line.kind() == StoredLine.Kind.SHIPPING) ? shipping : goods)
					.computeIfAbsent(tax.rateId(), (rate) -> new ArrayList<>())
					.add(tax.total());
				discountTax = discountTax
					.add(Objects.requireNonNullElse(tax.subtotal(), tax.total()).subtract(tax.total()));
			}
		}
		List<TaxLine> taxLines = new ArrayList<>();
		for (TaxLine known : order.taxLines()) {
			if (goods.containsKey(known.rateId()) || shipping.containsKey(known.rateId())) {
				taxLines.add(new TaxLine(known.id(), known.rateId(), known.rateCode(), known.label(), known.compound(),
						known.percent(), sum(goods.getOrDefault(known.rateId(), List.of()), order, shop),
						sum(shipping.getOrDefault(known.rateId(), List.of()), order, shop)));
			}
		}
		for (AppliedRate rate : rates.values()) {
			boolean applied = goods.containsKey(rate.id()) || shipping.containsKey(rate.id());
			if (applied && taxLines.stream().noneMatch((line) -> line.rateId() == rate.id())) {
				taxLines.add(new TaxLine(this.lineIds.next(), rate.id(), rate.code(), rate.label(), rate.compound(),
						rate.percent(), sum(goods.getOrDefault(rate.id(), List.of()), order, shop),
						sum(shipping.getOrDefault(rate.id(), List.of()), order, shop)));
			}
		}
		order.price(taxLines, totals(order, taxLines, discountTax, shop));
	}

	private static OrderTotals totals(StoredOrder order, List<TaxLine> taxLines, BigDecimal discountTax,
			ShopSettings shop) {
		BigDecimal before = BigDecimal.ZERO;
		BigDecimal after = BigDecimal.ZERO;
		for (StoredLine line : order.goods()) {
			before = before.add(shop.roundTaxAtSubtotal() ? line.subtotal() : rounded(line.subtotal(), shop));
			after = after.add(shop.roundTaxAtSubtotal() ? line.total() : rounded(line.total(), shop));
		}
		BigDecimal fees = order.ofKind(StoredLine.Kind.FEE)
			.stream()
			.map(StoredLine::total)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal shipping = order.ofKind(StoredLine.Kind.SHIPPING)
			.stream()
			.map(StoredLine::total)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal cartTax = taxLines.stream().map(TaxLine::goods).reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal shippingTax = taxLines.stream().map(TaxLine::shipping).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new OrderTotals(rounded(before.subtract(after), shop), sum(List.of(discountTax), order, shop),
				rounded(shipping, shop), shippingTax, cartTax,
				rounded(after.add(fees).add(shipping).add(cartTax).add(shippingTax), shop));
	}

	private static BigDecimal rounded(BigDecimal amount, ShopSettings shop) {
		return amount.setScale(shop.decimals(), RoundingMode.HALF_UP);
	}

}
