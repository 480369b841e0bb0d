package dev.banyan.shipping.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.banyan.shipping.Quote;
import dev.banyan.shipping.QuoteRequest;
import dev.banyan.shipping.QuoteRequest.Line;
import dev.banyan.shipping.Quotes;
import dev.banyan.shipping.Zone;
import dev.banyan.shipping.ZoneMethod;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class QuotingShipping implements Quotes {

	private final KeepingZones zones;

	QuotingShipping(KeepingZones zones) {
		this.zones = zones;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Quote> quote(QuoteRequest request) {
		long zone = this.zones.all()
			.stream()
			.filter((candidate) -> candidate.id() != 0 && ZoneMatching.covers(candidate, request))
			.map(Zone::id)
			.findFirst()
			.orElse(0L);
		return this.zones.methods(zone)
			.stream()
			.filter(ZoneMethod::enabled)
			.map((method) -> quote(method, request))
			.flatMap(Optional::stream)
			.toList();
	}

	static Optional<Quote> quote(ZoneMethod method, QuoteRequest request) {
		return switch (method.type()) {
			case "flat_rate" -> flatRate(method, request).map((cost) -> quote(method, "Flat rate", cost, request));
			case "free_shipping" -> isFree(method, request)
					? Optional.of(quote(method, "Free shipping", BigDecimal.ZERO, request)) : Optional.empty();
			case "local_pickup" -> Optional.of(quote(method, "Local pickup",
					CostFormula.evaluate(method.setting("cost", "0"), quantity(request.lines()), cost(request.lines())),
					request));
			default -> Optional.empty();
		};
	}

	private static Quote quote(ZoneMethod method, String title, BigDecimal cost, QuoteRequest request) {
		return new Quote(method.type(), method.instanceId(), method.setting("title", title),
				cost.setScale(request.decimals(), RoundingMode.HALF_UP),
				method.setting("tax_status", "taxable").equals("taxable"));
	}

	/** Without any price the method is not offered. */
	private static Optional<BigDecimal> flatRate(ZoneMethod method, QuoteRequest request) {
		String formula = method.setting("cost", "");
		Map<Long, List<Line>> classes = request.lines()
			.stream()
			.collect(Collectors.groupingBy(Line::shippingClassId, TreeMap::new, Collectors.toList()));
		boolean priced = !formula.isBlank();
		BigDecimal cost = priced ? CostFormula.evaluate(formula, quantity(request.lines()), cost(request.lines()))
				: BigDecimal.ZERO;
		boolean perClass = method.setting("type", "class").equals("class");
		BigDecimal dearest = BigDecimal.ZERO;
		for (Map.Entry<Long, List<Line>> entry : classes.entrySet()) {
			String classFormula = method
				.setting((entry.getKey() == 0) ? "no_class_cost" : "class_cost_" + entry.getKey(), "");
			if (!hasClassCosts(method) || classFormula.isBlank()) {
				continue;
			}
			priced = true;
			BigDecimal classCost = CostFormula.evaluate(classFormula, quantity(entry.getValue()),
					cost(entry.getValue()));
			dearest = dearest.max(classCost);
			cost = perClass ? cost.add(classCost) : cost;
		}
		return priced ? Optional.of(perClass ? cost : cost.add(dearest)) : Optional.empty();
	}

	private static boolean hasClassCosts(ZoneMethod method) {
		return method.settings().keySet().stream().anyMatch((name) -> name.contains("class_cost"));
	}

	private static boolean isFree(ZoneMethod method, QuoteRequest request) {
		BigDecimal minimum = CostFormula.evaluate(method.setting("min_amount", "0"), 1, BigDecimal.ZERO);
		BigDecimal cart = cost(request.lines());
		if (!method.setting("ignore_discounts", "no").equals("yes")) {
			cart = cart.subtract(request.discount());
		}
		boolean enough = cart.compareTo(minimum) >= 0;
		boolean coupon = request.freeShippingCoupon();
		return switch (method.setting("requires", "")) {
			case "coupon" -> coupon;
			case "min_amount" -> enough;
			case "either" -> coupon || enough;
			case "both" -> coupon && enough;
			default -> true;
		};
	}

	private static int quantity(List<Line> lines) {
		return lines.stream().mapToInt(Line::quantity).sum();
	}

	private static BigDecimal cost(List<Line> lines) {
		return lines.stream().map(Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
