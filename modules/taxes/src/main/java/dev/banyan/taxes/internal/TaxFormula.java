package dev.banyan.taxes.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.taxes.TaxRate;

/**
 * The taxes of one amount. Compound rates are calculated on the amount with all taxes
 * before them.
 */
final class TaxFormula {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final int DECIMALS = 6;

	private TaxFormula() {
	}

	/** The taxes on top of an amount. */
	static Map<Long, BigDecimal> onTop(BigDecimal net, List<TaxRate> rates) {
		Map<Long, BigDecimal> taxes = new LinkedHashMap<>();
		BigDecimal base = net;
		for (TaxRate rate : rates) {
			if (!rate.compound()) {
				BigDecimal tax = net.multiply(rate.percent()).divide(HUNDRED);
				taxes.put(rate.id(), tax);
				base = base.add(tax);
			}
		}
		for (TaxRate rate : rates) {
			if (rate.compound()) {
				BigDecimal tax = base.multiply(rate.percent()).divide(HUNDRED);
				taxes.put(rate.id(), tax);
				base = base.add(tax);
			}
		}
		return rounded(taxes, rates);
	}

	/** The taxes contained in an amount. */
	static Map<Long, BigDecimal> within(BigDecimal gross, List<TaxRate> rates) {
		Map<Long, BigDecimal> taxes = new LinkedHashMap<>();
		BigDecimal base = gross;
		for (TaxRate rate : rates.reversed()) {
			if (rate.compound()) {
				BigDecimal net = base.multiply(HUNDRED).divide(HUNDRED.add(rate.percent()), MathContext.DECIMAL64);
				taxes.put(rate.id(), base.subtract(net));
				base = net;
			}
		}
		BigDecimal percent = rates.stream()
			.filter((rate) -> !rate.compound())
			.map(TaxRate::percent)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal net = base.multiply(HUNDRED).divide(HUNDRED.add(percent), MathContext.DECIMAL64);
		for (TaxRate rate : rates) {
			if (!rate.compound()) {
				taxes.put(rate.id(), net.multiply(rate.percent()).divide(HUNDRED));
			}
		}
		return rounded(taxes, rates);
	}

	private static Map<Long, BigDecimal> rounded(Map<Long, BigDecimal> taxes, List<TaxRate> rates) {
		Map<Long, BigDecimal> rounded = new LinkedHashMap<>();
		for (TaxRate rate : rates) {
			BigDecimal tax = taxes.getOrDefault(rate.id(), BigDecimal.ZERO);
			BigDecimal plain = tax.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
			rounded.put(rate.id(), (plain.scale() < 0) ? plain.setScale(0) : plain);
		}
		return rounded;
	}

}
