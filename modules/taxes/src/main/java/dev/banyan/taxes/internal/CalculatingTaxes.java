package dev.banyan.taxes.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.taxes.TaxCalculation;
import dev.banyan.taxes.TaxRate;
import dev.banyan.taxes.TaxRequest;
import dev.banyan.taxes.TaxResult;
import dev.banyan.taxes.TaxResult.AppliedRate;
import dev.banyan.taxes.TaxResult.RateTotal;
import dev.banyan.taxes.TaxResult.TaxedLine;
import dev.banyan.taxes.TaxableLine;
import dev.banyan.taxes.TaxableLine.Kind;

import org.springframework.stereotype.Service;

@Service
class CalculatingTaxes implements TaxCalculation {

	private final StoredRates rates;

	private final KeepingTaxClasses classes;

	CalculatingTaxes(StoredRates rates, KeepingTaxClasses classes) {
		this.rates = rates;
		this.classes = classes;
	}

	@Override
	public TaxResult calculate(TaxRequest request) {
		Map<String, List<TaxRate>> matching = new HashMap<>();
		Map<String, TaxedLine> lines = new LinkedHashMap<>();
		Map<Long, Tally> tallies = new LinkedHashMap<>();
		for (TaxableLine line : request.lines()) {
			List<TaxRate> applied = matching.computeIfAbsent(taxClass(line, request),
					(taxClass) -> RateMatching.matching(this.rates.ofClass(taxClass), request.address()));
			if (line.kind() == Kind.SHIPPING) {
				applied = applied.stream().filter(TaxRate::shipping).toList();
			}
			Map<Long, BigDecimal> taxes = line.includesTax() ? TaxFormula.within(line.amount(), applied)
					: TaxFormula.onTop(line.amount(), applied);
			BigDecimal net = line.includesTax()
					? line.amount().subtract(taxes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
					: line.amount();
			lines.put(line.id(), new TaxedLine(net, taxes, sum(List.copyOf(taxes.values()), request)));
			applied.forEach((rate) -> tallies.computeIfAbsent(rate.id(), (id) -> new Tally(rate))
				.add(line.kind(), taxes.getOrDefault(rate.id(), BigDecimal.ZERO)));
		}
		return new TaxResult(lines, tallies.values().stream().map((tally) -> tally.total(request)).toList());
	}

	@Override
	public Map<Long, AppliedRate> rates(List<Long> rateIds) {
		return this.rates.ofIds(rateIds).stream().collect(Collectors.toMap(TaxRate::id, CalculatingTaxes::applied));
	}

	/** Shipping inherits the first class, in the order of classes, that a product has. */
	private String taxClass(TaxableLine line, TaxRequest request) {
		if (!line.taxClass().equals("inherit")) {
			return line.taxClass().isEmpty() ? "standard" : line.taxClass();
		}
		Set<String> used = request.lines()
			.stream()
			.filter((other) -> other.kind() == Kind.PRODUCT)
			.map((other) -> other.taxClass().isEmpty() ? "standard" : other.taxClass())
			.collect(Collectors.toSet());
		return this.classes.all()
			.stream()
			.map((known) -> known.slug())
			.filter(used::contains)
			.findFirst()
			.orElse("standard");
	}

	private static BigDecimal sum(List<BigDecimal> taxes, TaxRequest request) {
		return TaxCalculation.sum(taxes, request.decimals(), request.pricesIncludeTax(), request.roundAtSubtotal());
	}

	private static AppliedRate applied(TaxRate rate) {
		return new AppliedRate(rate.id(), rate.code(), rate.name().isEmpty() ? "Tax" : rate.name(), rate.percent(),
				rate.compound());
	}

	private record Tally(TaxRate rate, List<BigDecimal> goods, List<BigDecimal> shipping) {

		Tally(TaxRate rate) {
			this(rate, new ArrayList<>(), new ArrayList<>());
		}

		void add(Kind kind, BigDecimal tax) {
			((kind == Kind.SHIPPING) ? this.shipping : this.goods).add(tax);
		}

		RateTotal total(TaxRequest request) {
			return new RateTotal(applied(this.rate), sum(this.goods, request), sum(this.shipping, request));
		}

	}

}
