package dev.banyan.ordering.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.banyan.catalog.Assortment;
import dev.banyan.customers.CustomerAccounts;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.promotions.CouponUsage;
import dev.banyan.runtime.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets an order and what it causes in other modules change together: the effects are
 * written down first, then made under their name, then the order is changed. Whatever is
 * found written down and not finished is undone.
 */
@Component
class EffectsJournal {

	private static final Logger logger = LoggerFactory.getLogger(EffectsJournal.class);

	/** Longer than a request can take. */
	static final Duration ABANDONED = Duration.ofSeconds(30);

	static final int AT_A_TIME = 50;

	private final StoredOrders orders;

	private final Stock stock;

	private final Assortment assortment;

	private final CouponUsage couponUsage;

	private final CustomerAccounts customers;

	private final KeepingNotes notes;

	private final TransactionTemplate transaction;

	private final Clock clock;

	EffectsJournal(StoredOrders orders, Stock stock, Assortment assortment, CouponUsage couponUsage,
			CustomerAccounts customers, KeepingNotes notes, PlatformTransactionManager transactionManager,
			Clock clock) {
		this.orders = orders;
		this.stock = stock;
		this.assortment = assortment;
		this.couponUsage = couponUsage;
		this.customers = customers;
		this.notes = notes;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	/**
	 * Makes the effects that are written down at an order and changes the order in the
	 * same transaction that notes them as made.
	 */
	Order make(long orderId, Effects effects, UnaryOperator<StoredOrder> change) {
		try {
			Map<Long, StockLevel> levels = apply(effects);
			return Objects.requireNonNull(this.transaction.execute((status) -> {
				StoredOrder order = this.orders.lock(orderId).orElseThrow(() -> new UnknownOrder(orderId));
				if (order.undoing() || !effects.equals(order.pendingEffects())) {
					throw new IllegalStateException("The change of order " + orderId + " was given up");
				}
				StoredOrder changed = change.apply(order);
				changed.made(effects, levels);
				this.notes.stockMoved(changed, effects, levels);
				return changed.toOrder();
			}));
		}
		catch (RuntimeException ex) {
			undo(orderId);
			throw ex;
		}
	}

	/** Repeat-safe under the name of the effects. */
	Map<Long, StockLevel> apply(Effects effects) {
		Map<Long, StockLevel> levels = effects.adjustments().isEmpty() ? Map.of()
				: this.stock.adjust(effects.name(), effects.adjustments());
		if (!effects.sales().isEmpty()) {
			this.assortment.recordSales(effects.name(), effects.sales());
		}
		String order = effects.name().replaceFirst("^(order-\\d+).*", "$1-");
		effects.unused().keySet().forEach((code) -> this.couponUsage.withdraw(order + code));
		effects.used().forEach((code, usedBy) -> this.couponUsage.record(order + code, code, usedBy));
		if (effects.payer() != 0) {
			this.customers.recordPaidOrder(order + "paid", effects.payer());
		}
		return levels;
	}

	@Scheduled(fixedDelayString = "${banyan.ordering.recovery-interval:5s}")
	void undoAbandoned() {
		this.orders.pendingSince(this.clock.instant().minus(ABANDONED), Limit.of(AT_A_TIME)).forEach(this::undo);
	}

	private void undo(long orderId) {
		undo(orderId, () -> claim(orderId), () -> this.orders.lock(orderId).ifPresent(StoredOrder::settle));
	}

	/**
	 * Undoes effects, made or not: makes sure of them, then takes them back. What fails
	 * is left for later.
	 * @param claim marks them in a transaction, so that nobody finishes them meanwhile
	 * @param settle notes in a transaction that they are undone
	 */
	void undo(long orderId, Supplier<Optional<Effects>> claim, Runnable settle) {
		try {
			Optional<Effects> claimed = Objects.requireNonNull(this.transaction.execute((status) -> claim.get()));
			claimed.ifPresent((effects) -> {
				apply(effects);
				apply(effects.reversed());
				this.transaction.executeWithoutResult((status) -> settle.run());
			});
		}
		catch (Unavailable ex) {
			logger.warn("What order {} caused will be undone later: {}", orderId, ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("What order {} caused could not be undone yet", orderId, ex);
		}
	}

	private Optional<Effects> claim(long orderId) {
		StoredOrder order = this.orders.lock(orderId).orElse(null);
		if (order == null || order.pendingEffects() == null) {
			return Optional.empty();
		}
		order.undo();
		return Optional.of(order.pendingEffects());
	}

}
