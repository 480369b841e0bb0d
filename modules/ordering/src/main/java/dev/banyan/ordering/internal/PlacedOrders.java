package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.catalog.ProductStatus;
import dev.banyan.customers.CustomerAccounts;
import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.CouponNotApplicable;
import dev.banyan.ordering.LineDraft;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderRefused;
import dev.banyan.ordering.OrderRefused.Reason;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.PlaceOrder;
import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.SellableItem;
import dev.banyan.payments.Gateways;
import dev.banyan.payments.Payment;
import dev.banyan.payments.PaymentGateway;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.settings.Settings;
import dev.banyan.settings.ShopSettings;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The order behind a placement: priced before, settled after it was paid.
 */
@Component
class PlacedOrders {

	private static final String CASH_ON_DELIVERY = "cod";

	private final Assortment assortment;

	private final Drafting drafting;

	private final CustomerAccounts customers;

	private final Gateways gateways;

	private final Settings settings;

	private final OrderKeys keys;

	private final IdSequence ids;

	private final Clock clock;

	PlacedOrders(Assortment assortment, Drafting drafting, CustomerAccounts customers, Gateways gateways,
			Settings settings, OrderKeys keys, @Qualifier("orderIds") IdSequence ids, Clock clock) {
		this.assortment = assortment;
		this.drafting = drafting;
		this.customers = customers;
		this.gateways = gateways;
		this.settings = settings;
		this.keys = keys;
		this.ids = ids;
		this.clock = clock;
	}

	/** Tells one order from another, without what it is paid with. */
	String hash(PlaceOrder command) {
		String text = String.join("\u0000", command.lines().toString(), String.valueOf(command.customerId()),
				new java.util.TreeMap<>(command.billing()).toString(),
				new java.util.TreeMap<>(command.shipping()).toString(), command.coupons().toString(), command.gateway(),
				command.note());
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	StoredOrder price(PlaceOrder command) {
		if (command.customerId() != 0 && this.customers.accounts(Set.of(command.customerId())).isEmpty()) {
			throw new OrderRefused(Reason.UNKNOWN_CUSTOMER, "There is no customer " + command.customerId() + ".",
					List.of());
		}
		List<Long> itemIds = command.lines().stream().map(PlaceOrder.Line::itemId).distinct().toList();
		Map<Long, SellableItem> items = this.assortment.items(Set.copyOf(itemIds));
		List<Long> unknown = itemIds.stream().filter((id) -> !sellable(items, id)).toList();
		if (!unknown.isEmpty()) {
			throw new OrderRefused(Reason.UNKNOWN_ITEM, "Not for sale: " + unknown, unknown);
		}
		ShopSettings shop = this.settings.current();
		StoredOrder order = new StoredOrder(this.ids.next(), this.keys.next(), shop.currency(), shop.pricesIncludeTax(),
				this.clock.instant());
		try {
			this.drafting.enter(draft(command), order, shop);
		}
		catch (CouponNotApplicable ex) {
			throw new OrderRefused(Reason.COUPON, String.valueOf(ex.getMessage()), List.of());
		}
		return order;
	}

	private static boolean sellable(Map<Long, SellableItem> items, long id) {
		SellableItem item = items.get(id);
		return item != null && item.status() == ProductStatus.PUBLISH && item.price() != null;
	}

	private OrderDraft draft(PlaceOrder command) {
		String title = this.gateways.find(command.gateway()).map(PaymentGateway::title).orElse(command.gateway());
		List<LineDraft> lines = command.lines()
			.stream()
			.map((line) -> new LineDraft(null, false, line.itemId(), null, null, null, line.quantity(), null, null,
					null, List.of()))
			.toList();
		return new OrderDraft(null, null, null, command.customerId(), command.note(), "api", command.billing(),
				command.shipping(), command.gateway(), title, null, false, lines, List.of(), command.coupons(),
				List.of());
	}

	/**
	 * The order as it is after its goods were taken and its money was captured or
	 * awaited.
	 */
	void settle(StoredOrder order, Payment payment, Map<Long, StockLevel> levels) {
		for (StoredLine line : order.goods()) {
			StockLevel level = levels.get(line.itemId());
			if (level != null && level.quantity() != null) {
				line.take(line.quantity() - line.stockTaken());
			}
		}
		order.describe(order.header().paidBy(payment.transactionId()));
		order.become(status(order, payment), this.clock.instant());
	}

	/** What an order causes beside stock, as long as it is not accepted. */
	Effects effects(StoredOrder order) {
		order.become(OrderStatus.PROCESSING, this.clock.instant());
		return Effects.of(order).withoutStock();
	}

	private static OrderStatus status(StoredOrder order, Payment payment) {
		boolean awaited = payment.state() == Payment.State.AWAITED && order.total().compareTo(BigDecimal.ZERO) > 0;
		if (awaited && !payment.gateway().equals(CASH_ON_DELIVERY)) {
			return OrderStatus.ON_HOLD;
		}
		return (order.needsShipping() || awaited) ? OrderStatus.PROCESSING : OrderStatus.COMPLETED;
	}

}
