package dev.banyan.ordering.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.banyan.customers.CustomerAccounts;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderBusy;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderPage;
import dev.banyan.ordering.OrderQuery;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.UnknownCustomer;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.settings.Settings;
import dev.banyan.settings.ShopSettings;
import jakarta.persistence.EntityManager;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The back office's entrance. An order is drafted and priced outside of any transaction,
 * because other modules are asked for that, and stored if nobody changed it meanwhile.
 */
@Service
class EnteringOrders implements Orders {

	private static final int ATTEMPTS = 40;

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

	private final StoredOrders orders;

	private final OrderSearch search;

	private final Drafting drafting;

	private final EffectsJournal journal;

	private final EntryJournal entries;

	private final OrderingBulkhead bulkhead;

	private final OrderKeys keys;

	private final KeepingNotes notes;

	private final StoredRefunds refunds;

	private final OrderEvents events;

	private final CustomerAccounts customers;

	private final Settings settings;

	private final IdSequence ids;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final Clock clock;

	EnteringOrders(StoredOrders orders, OrderSearch search, Drafting drafting, EffectsJournal journal,
			EntryJournal entries, OrderingBulkhead bulkhead, OrderKeys keys, KeepingNotes notes, StoredRefunds refunds,
			OrderEvents events, CustomerAccounts customers, Settings settings, @Qualifier("orderIds") IdSequence ids,
			EntityManager entities, PlatformTransactionManager transactionManager, Clock clock) {
		this.orders = orders;
		this.search = search;
		this.drafting = drafting;
		this.journal = journal;
		this.entries = entries;
		this.bulkhead = bulkhead;
		this.keys = keys;
		this.notes = notes;
		this.refunds = refunds;
		this.events = events;
		this.customers = customers;
		this.settings = settings;
		this.ids = ids;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	@Override
	public Order enter(OrderDraft draft) {
		return this.bulkhead.inTurn(() -> make(draft));
	}

	private Order make(OrderDraft draft) {
		checkCustomer(draft);
		ShopSettings shop = this.settings.current();
		StoredOrder order = new StoredOrder(this.ids.next(), this.keys.next(), shop.currency(), shop.pricesIncludeTax(),
				this.clock.instant());
		this.drafting.enter(draft, order, shop);
		return this.entries.enter(order);
	}

	@Override
	public Order change(long id, OrderDraft draft) {
		checkCustomer(draft);
		ShopSettings shop = this.settings.current();
		return repeatedly(id, (order) -> {
			OrderStatus before = order.status();
			boolean paid = order.paidAt() != null;
			this.drafting.change(draft, order, shop);
			Effects effects = Effects.of(order);
			if (effects.none()) {
				return this.transaction.execute((status) -> store(order, before, paid).toOrder());
			}
			begin(order, effects);
			return this.journal.make(id, effects, (present) -> {
				order.follow(present);
				return store(order, before, paid);
			});
		});
	}

	@Override
	public Order date(long id, Instant createdAt) {
		Instant now = this.clock.instant();
		if (createdAt.isAfter(now)) {
			throw new IllegalArgumentException("An order cannot have been placed in the future: " + createdAt);
		}
		return repeatedly(id, (order) -> this.transaction.execute((status) -> {
			boolean paid = order.paidAt() != null;
			order.date(createdAt, now);
			return store(order, order.status(), paid).toOrder();
		}));
	}

	private void begin(StoredOrder order, Effects effects) {
		this.transaction.executeWithoutResult((status) -> {
			StoredOrder present = lock(order.id());
			if (!Objects.equals(present.version(), order.version())) {
				throw new OptimisticLockingFailureException("Order " + order.id() + " was changed meanwhile");
			}
			present.begin(effects, this.clock.instant());
		});
	}

	private StoredOrder store(StoredOrder order, OrderStatus before, boolean paid) {
		order.keepStock();
		StoredOrder stored = this.entities.merge(order);
		this.entities.flush();
		this.notes.statusChanged(stored, before);
		this.events.changed(stored, before, paid);
		this.search.index(stored);
		return stored;
	}

	@FunctionalInterface
	private interface Change<T> {

		T of(StoredOrder order);

	}

	/** Starts anew as long as somebody else changes the order, but not for ever. */
	private <T> T repeatedly(long id, Change<T> change) {
		RuntimeException met = new IllegalStateException("No attempt was made");
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				Optional<T> changed = this.bulkhead.inTurn(() -> attempt(id, change));
				if (changed.isPresent()) {
					return changed.get();
				}
			}
			catch (OptimisticLockingFailureException ex) {
				met = ex;
			}
			pause();
		}
		throw new OrderBusy(id, met);
	}

	/** Empty while another change of it is under way. */
	private <T> Optional<T> attempt(long id, Change<T> change) {
		StoredOrder order = load(id).orElseThrow(() -> new UnknownOrder(id));
		return (order.pendingEffects() == null) ? Optional.of(change.of(order)) : Optional.empty();
	}

	private static void pause() {
		try {
			Thread.sleep(BETWEEN_ATTEMPTS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Optional<StoredOrder> load(long id) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Optional<StoredOrder> order = this.orders.findById(id).filter(StoredOrder::accepted);
			order.ifPresent((found) -> found.lines().size());
			return order;
		}));
	}

	private StoredOrder lock(long id) {
		return this.orders.lock(id).orElseThrow(() -> new UnknownOrder(id));
	}

	private void checkCustomer(OrderDraft draft) {
		Long customer = draft.customerId();
		if (customer != null && customer != 0 && this.customers.accounts(Set.of(customer)).isEmpty()) {
			throw new UnknownCustomer(customer);
		}
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
	public Map<OrderStatus, Long> countByStatus() {
		Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
		this.orders.countByStatus().forEach((row) -> counts.put((OrderStatus) row[0], (Long) row[1]));
		return counts;
	}

	@Override
	public void delete(long id) {
		Optional<Order> order = find(id);
		if (order.isEmpty()) {
			return;
		}
		if (order.get().status().usesCoupons() && !order.get().couponLines().isEmpty()) {
			change(id, OrderDraft.of(OrderStatus.TRASH));
		}
		repeatedly(id, (present) -> this.transaction.execute((status) -> {
			this.orders.delete(lock(id));
			this.notes.removeOf(id);
			this.refunds.deleteOfOrder(id);
			this.search.forget(id);
			this.events.removed(id);
			return present;
		}));
	}

}
