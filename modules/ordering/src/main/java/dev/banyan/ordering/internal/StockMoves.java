package dev.banyan.ordering.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import dev.banyan.catalog.Assortment;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.runtime.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves stock for an order, so that the order and its stock change together: the move is
 * written down first, then made at inventory under its key, then the order is changed.
 * Whatever is found written down and not finished is undone.
 */
@Component
class StockMoves {

	private static final Logger logger = LoggerFactory.getLogger(StockMoves.class);

	/** Longer than a request can take. */
	private static final Duration ABANDONED = Duration.ofSeconds(15);

	private static final int AT_A_TIME = 50;

	private final StoredOrders orders;

	private final Stock stock;

	private final Assortment assortment;

	private final TransactionTemplate transaction;

	private final Clock clock;

	StockMoves(StoredOrders orders, Stock stock, Assortment assortment, PlatformTransactionManager transactionManager,
			Clock clock) {
		this.orders = orders;
		this.stock = stock;
		this.assortment = assortment;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	/**
	 * The order's move is written down; makes it and lets the caller change the order in
	 * the same transaction.
	 */
	StoredOrder make(long orderId, StockMove move, Consumer<StoredOrder> change) {
		try {
			Map<Long, StockLevel> levels = apply(move);
			return Objects.requireNonNull(this.transaction.execute((status) -> {
				StoredOrder order = this.orders.lock(orderId).orElseThrow(() -> new UnknownOrder(orderId));
				if (order.undoing() || !move.equals(order.pendingMove())) {
					throw new IllegalStateException("The move of order " + orderId + " was given up");
				}
				change.accept(order);
				boolean take = !order.stockTaken();
				order.goods().forEach((line) -> line.stockTaken(take ? taken(line, levels) : 0));
				order.moved();
				return order;
			}));
		}
		catch (RuntimeException ex) {
			undoQuietly(orderId);
			throw ex;
		}
	}

	private static int taken(StoredLine line, Map<Long, StockLevel> levels) {
		StockLevel level = levels.get(line.itemId());
		return (level != null && level.quantity() != null) ? line.quantity() : 0;
	}

	private Map<Long, StockLevel> apply(StockMove move) {
		Map<Long, StockLevel> levels = move.stock().isEmpty() ? new HashMap<>()
				: this.stock.adjust(move.name(), move.adjustments());
		if (!move.sales().isEmpty()) {
			this.assortment.recordSales(move.name(), move.sales());
		}
		return levels;
	}

	@Scheduled(fixedDelayString = "${banyan.ordering.recovery-interval:5s}")
	void undoAbandoned() {
		this.orders.pendingSince(this.clock.instant().minus(ABANDONED), Limit.of(AT_A_TIME)).forEach(this::undoQuietly);
	}

	private void undoQuietly(long orderId) {
		try {
			undo(orderId);
		}
		catch (Unavailable ex) {
			logger.warn("The stock move of order {} will be undone later: {}", orderId, ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("The stock move of order {} could not be undone yet", orderId, ex);
		}
	}

	private void undo(long orderId) {
		Optional<StockMove> move = Objects.requireNonNull(this.transaction.execute((status) -> claim(orderId)));
		if (move.isEmpty()) {
			return;
		}
		apply(move.get());
		apply(move.get().reversed());
		this.transaction.executeWithoutResult((status) -> this.orders.lock(orderId).ifPresent((order) -> {
			if (order.accepted()) {
				order.settle();
			}
			else {
				this.orders.delete(order);
			}
		}));
	}

	private Optional<StockMove> claim(long orderId) {
		StoredOrder order = this.orders.lock(orderId).orElse(null);
		if (order == null || order.pendingMove() == null) {
			return Optional.empty();
		}
		order.undo();
		return Optional.of(order.pendingMove());
	}

}
