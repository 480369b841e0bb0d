package dev.banyan.ordering.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

import dev.banyan.inventory.StockAdjustment;
import dev.banyan.ordering.CouponLine;
import dev.banyan.ordering.OrderStatus;

/**
 * What a change of an order causes in other modules, under one repeat-safe name.
 *
 * @param name the name
 * @param lines what it means for the stock and sales of single lines
 * @param used coupons that become used, with who uses them
 * @param unused coupons that become free again, with who used them
 * @param payer the customer who has completed an order; 0 for none
 */
record Effects(String name, List<LineEffect> lines, Map<String, String> used, Map<String, String> unused, long payer) {

	/**
	 * What is taken or returned for a line.
	 *
	 * @param lineId the line
	 * @param itemId the item in inventory
	 * @param productId the product whose sales are counted
	 * @param taken how many more are taken out of stock, negative to return
	 * @param sold how many more are sold
	 */
	record LineEffect(long lineId, long itemId, long productId, int taken, int sold) {

		LineEffect reversed() {
			return new LineEffect(this.lineId, this.itemId, this.productId, -this.taken, -this.sold);
		}

	}

	/** What has to happen for an order to be as it is now, seen from what was done. */
	static Effects of(StoredOrder order) {
		Map<String, String> used = uses(order);
		Map<String, String> unused = new LinkedHashMap<>(order.countedCoupons());
		unused.keySet().removeAll(used.keySet());
		used.keySet().removeAll(order.countedCoupons().keySet());
		boolean completed = order.status() == OrderStatus.COMPLETED && !order.payerRecorded();
		return new Effects("order-" + order.id() + "-" + order.effectsMade(), lines(order), used, unused,
				completed ? order.customerId() : 0);
	}

	private static List<LineEffect> lines(StoredOrder order) {
		List<LineEffect> effects = new ArrayList<>();
		for (StoredLine line : order.goods()) {
			int taken = 0;
			int sold = 0;
			if (order.status().takesStock() && !order.stockTaken()) {
				taken = line.quantity() - line.stockTaken();
				sold = line.quantity() - line.sold();
			}
			else if (order.status().returnsStock() && order.stockTaken()) {
				taken = -line.stockTaken();
				sold = -line.sold();
			}
			else if (order.stockTaken() && line.stockTaken() != 0) {
				taken = line.quantityChange();
			}
			add(line, taken, sold, effects);
		}
		order.removedLines().forEach((line) -> add(line, -line.stockTaken(), 0, effects));
		return effects;
	}

	private static void add(StoredLine line, int taken, int sold, List<LineEffect> effects) {
		if (line.itemId() != 0 && (taken != 0 || sold != 0)) {
			effects.add(new LineEffect(line.id(), line.itemId(), line.productId(), taken, sold));
		}
	}

	private static Map<String, String> uses(StoredOrder order) {
		Map<String, String> uses = new LinkedHashMap<>();
		if (order.status().usesCoupons()) {
			String email = order.header().billing().getOrDefault("email", "");
			String usedBy = (order.customerId() != 0) ? String.valueOf(order.customerId()) : email;
			for (CouponLine coupon : order.couponLines()) {
				uses.put(coupon.code().toLowerCase(Locale.ROOT), usedBy);
			}
		}
		return uses;
	}

	boolean none() {
		return this.lines.isEmpty() && this.used.isEmpty() && this.unused.isEmpty() && this.payer == 0;
	}

	/** Without what is taken out of stock, because a reservation has taken it. */
	Effects withoutStock() {
		return new Effects(this.name,
				this.lines.stream()
					.map((line) -> new LineEffect(line.lineId(), line.itemId(), line.productId(), 0, line.sold()))
					.toList(),
				this.used, this.unused, this.payer);
	}

	Effects reversed() {
		return new Effects(this.name + "-undo", this.lines.stream().map(LineEffect::reversed).toList(), this.unused,
				this.used, 0);
	}

	List<StockAdjustment> adjustments() {
		return summed(LineEffect::itemId, (line) -> -line.taken()).entrySet()
			.stream()
			.map((entry) -> new StockAdjustment(entry.getKey(), entry.getValue()))
			.toList();
	}

	Map<Long, Integer> sales() {
		return summed(LineEffect::productId, LineEffect::sold);
	}

	private Map<Long, Integer> summed(java.util.function.ToLongFunction<LineEffect> id,
			ToIntFunction<LineEffect> count) {
		Map<Long, Integer> sums = new HashMap<>();
		this.lines.forEach((line) -> sums.merge(id.applyAsLong(line), count.applyAsInt(line), Integer::sum));
		sums.values().removeIf((sum) -> sum == 0);
		return sums;
	}

}
