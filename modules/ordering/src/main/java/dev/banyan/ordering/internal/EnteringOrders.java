package dev.banyan.ordering.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderPage;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.runtime.data.IdSequence;
import jakarta.persistence.EntityManager;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class EnteringOrders implements Orders {

	private static final String KEY_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private final StoredOrders orders;

	private final OrderSearch search;

	private final Drafting drafting;

	private final StockMoves stockMoves;

	private final IdSequence ids;

	private final ApplicationEventPublisher events;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	EnteringOrders(StoredOrders orders, OrderSearch search, Drafting drafting, StockMoves stockMoves,
			@Qualifier("orderIds") IdSequence ids, ApplicationEventPublisher events, EntityManager entities,
			PlatformTransactionManager transactionManager, Clock clock) {
		this.orders = orders;
		this.search = search;
		this.drafting = drafting;
		this.stockMoves = stockMoves;
		this.ids = ids;
		this.events = events;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	@Override
	public Order enter(OrderDraft draft) {
		Drafting.Goods goods = this.drafting.goods(draft);
		StoredOrder order = new StoredOrder(this.ids.next(), orderKey(), this.clock.instant());
		this.drafting.apply(draft, goods, order);
		if (!order.needsMove()) {
			this.transaction.executeWithoutResult((status) -> {
				this.entities.persist(order);
				accept(order);
			});
			return order.toOrder();
		}
		StockMove move = StockMove.of(order, true);
		order.begin(move, this.clock.instant());
		this.transaction.executeWithoutResult((status) -> this.entities.persist(order));
		return moved(order.id(), move, this::accept);
	}

	private void accept(StoredOrder order) {
		order.accept();
		Order accepted = order.toOrder();
		this.events.publishEvent(new OrderPlaced(UUID.randomUUID(), this.clock.instant(), accepted.id(),
				accepted.status(), accepted.customerId(), accepted.currency(), accepted.total()));
	}

	@Override
	public Order change(long id, OrderDraft draft) {
		Drafting.Goods goods = this.drafting.goods(draft);
		Optional<StockMove> move = Objects.requireNonNull(this.transaction.execute((status) -> {
			StoredOrder order = this.orders.lock(id)
				.filter(StoredOrder::accepted)
				.orElseThrow(() -> new UnknownOrder(id));
			if (order.pendingMove() != null) {
				throw new IllegalStateException("Stock is being moved for order " + id);
			}
			this.drafting.apply(draft, goods, order);
			if (!order.needsMove()) {
				return Optional.empty();
			}
			StockMove needed = StockMove.of(order, !order.stockTaken());
			status.setRollbackOnly();
			return Optional.of(needed);
		}));
		if (move.isEmpty()) {
			return find(id).orElseThrow(() -> new UnknownOrder(id));
		}
		this.transaction.executeWithoutResult((status) -> this.orders.lock(id)
			.orElseThrow(() -> new UnknownOrder(id))
			.begin(move.get(), this.clock.instant()));
		return moved(id, move.get(), (order) -> this.drafting.apply(draft, goods, order));
	}

	private Order moved(long id, StockMove move, java.util.function.Consumer<StoredOrder> change) {
		return this.stockMoves.make(id, move, change).toOrder();
	}

	@Override
	public Optional<Order> find(long id) {
		return Objects.requireNonNull(this.transaction
			.execute((status) -> this.orders.findById(id).filter(StoredOrder::accepted).map(StoredOrder::toOrder)));
	}

	@Override
	public OrderPage list(OrderQuery query) {
		return Objects.requireNonNull(this.transaction.execute((status) -> this.search.list(query)));
	}

	@Override
	public void delete(long id) {
		this.transaction.executeWithoutResult((status) -> this.orders.lock(id).ifPresent(this.orders::delete));
	}

	private String orderKey() {
		StringBuilder key = new StringBuilder("wc_order_");
		for (int i = 0; i < 13; i++) {
			key.append(KEY_LETTERS.charAt(this.random.nextInt(KEY_LETTERS.length())));
		}
		return key.toString();
	}

}
