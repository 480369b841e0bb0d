package dev.banyan.ordering.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.OrderBusy;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Refund;
import dev.banyan.ordering.RefundDraft;
import dev.banyan.ordering.RefundPage;
import dev.banyan.ordering.RefundQuery;
import dev.banyan.ordering.RefundRefused;
import dev.banyan.ordering.RefundSummary;
import dev.banyan.ordering.Refunds;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.ordering.internal.StoredRefund.State;
import dev.banyan.payments.PaymentDeclined;
import dev.banyan.payments.Payments;
import dev.banyan.payments.RefundNotSupported;
import dev.banyan.payments.RefundRequest;
import dev.banyan.payments.UnknownGateway;
import dev.banyan.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The refund saga: write down, restock, pay, note. Paying comes last, because money that
 * was paid back does not return: until the gateway is asked everything can be taken back,
 * from then on only if it refuses. After a crash a refund goes forward if it was going
 * forward, and is taken back if it was refused.
 */
@Service
class MakingRefunds implements Refunds {

	private static final Logger logger = LoggerFactory.getLogger(MakingRefunds.class);

	/** Longer than a request can take. */
	private static final Duration ABANDONED = Duration.ofSeconds(30);

	private static final int AT_A_TIME = 50;

	private static final List<State> FORWARD = List.of(State.STARTED, State.PAYING);

	private static final int LOOKS = 40;

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

	private final StoredRefunds refunds;

	private final StoredOrders orders;

	private final RefundSearch search;

	private final RefundDrafting drafting;

	private final Stock stock;

	private final Payments payments;

	private final Settings settings;

	private final OrderingBulkhead bulkhead;

	private final KeepingNotes notes;

	private final OrderEvents events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	MakingRefunds(StoredRefunds refunds, StoredOrders orders, RefundSearch search, RefundDrafting drafting, Stock stock,
			Payments payments, Settings settings, OrderingBulkhead bulkhead, KeepingNotes notes, OrderEvents events,
			PlatformTransactionManager transactionManager, Clock clock) {
		this.refunds = refunds;
		this.orders = orders;
		this.search = search;
		this.drafting = drafting;
		this.stock = stock;
		this.payments = payments;
		this.settings = settings;
		this.bulkhead = bulkhead;
		this.notes = notes;
		this.events = events;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	@Override
	public Refund make(RefundDraft draft) {
		int decimals = this.settings.current().decimals();
		long id = begin(draft, decimals);
		try {
			return this.bulkhead.inTurn(() -> forward(id));
		}
		catch (RefundRefused ex) {
			giveUp(id, State.PAYING);
			throw ex;
		}
		catch (RuntimeException ex) {
			giveUp(id, State.STARTED);
			throw ex;
		}
	}

	/**
	 * Waits while a change of the order is under way, which may return the same pieces.
	 */
	private long begin(RefundDraft draft, int decimals) {
		for (int look = 0; look < LOOKS; look++) {
			Optional<Long> id = Objects.requireNonNull(this.transaction.execute((status) -> {
				StoredOrder order = this.orders.lock(draft.orderId())
					.filter(StoredOrder::accepted)
					.orElseThrow(() -> new UnknownOrder(draft.orderId()));
				return (order.pendingEffects() == null) ? Optional.of(writeDown(draft, order, decimals))
						: Optional.<Long>empty();
			}));
			if (id.isPresent()) {
				return id.get();
			}
			pause();
		}
		throw new OrderBusy(draft.orderId(), new IllegalStateException("A change of it is under way"));
	}

	private long writeDown(RefundDraft draft, StoredOrder order, int decimals) {
		StoredRefund refund = this.drafting.draft(draft, order, this.refunds.amount(order.id(), FORWARD), decimals);
		if (!refund.returns().isEmpty()) {
			order.touch(this.clock.instant());
		}
		return this.refunds.save(refund).toRefund().id();
	}

	private static void pause() {
		try {
			Thread.sleep(BETWEEN_LOOKS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Takes a refund back that has come no further than given, now or later. */
	private void giveUp(long id, State from) {
		this.transaction.executeWithoutResult((status) -> this.refunds.lock(id)
			.filter((refund) -> refund.state() == from)
			.ifPresent((refund) -> refund.become(State.UNDOING)));
		this.refunds.findById(id).filter((refund) -> refund.state() == State.UNDOING).ifPresent(this::undoQuietly);
	}

	private Refund forward(long id) {
		StoredRefund refund = this.refunds.findById(id).orElseThrow();
		Map<Long, StockLevel> levels = restock(refund, "refund-" + id, 1);
		if (refund.toRefund().paid()) {
			beginPaying(id);
			pay(refund.toRefund());
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> note(id, levels)));
	}

	private void beginPaying(long id) {
		this.transaction.executeWithoutResult((status) -> {
			StoredRefund refund = goingForward(id);
			if (refund.state() == State.STARTED) {
				refund.become(State.PAYING);
			}
		});
	}

	private StoredRefund goingForward(long id) {
		return this.refunds.lock(id)
			.filter((refund) -> refund.state() != State.UNDOING)
			.orElseThrow(() -> new IllegalStateException("Refund " + id + " was given up"));
	}

	private Map<Long, StockLevel> restock(StoredRefund refund, String name, int sign) {
		if (refund.returns().isEmpty()) {
			return Map.of();
		}
		List<StockAdjustment> adjustments = counts(refund).entrySet()
			.stream()
			.map((entry) -> new StockAdjustment(entry.getKey(), sign * entry.getValue()))
			.toList();
		return this.stock.adjust(name, adjustments);
	}

	private static Map<Long, Integer> counts(StoredRefund refund) {
		Map<Long, Integer> counts = new HashMap<>();
		refund.returns().forEach((back) -> counts.merge(back.itemId(), back.count(), Integer::sum));
		return counts;
	}

	private void pay(Refund refund) {
		StoredOrder order = this.orders.findById(refund.orderId())
			.orElseThrow(() -> new UnknownOrder(refund.orderId()));
		OrderHeader header = order.header();
		try {
			this.payments.refund(new RefundRequest("refund-" + refund.id(), header.paymentMethod(),
					header.transactionId(), refund.amount(), header.currency(), refund.reason()));
		}
		catch (UnknownGateway ex) {
			throw new RefundRefused(RefundRefused.Reason.NO_GATEWAY,
					"The payment gateway for this order does not exist.");
		}
		catch (RefundNotSupported ex) {
			throw new RefundRefused(RefundRefused.Reason.NOT_SUPPORTED,
					"The payment gateway for this order does not support automatic refunds.");
		}
		catch (PaymentDeclined ex) {
			throw new RefundRefused(RefundRefused.Reason.DECLINED, String.valueOf(ex.getMessage()));
		}
	}

	private Refund note(long id, Map<Long, StockLevel> levels) {
		StoredRefund stored = goingForward(id);
		Refund refund = stored.toRefund();
		if (stored.state() == State.DONE) {
			return refund;
		}
		StoredOrder order = this.orders.lock(refund.orderId()).orElseThrow(() -> new UnknownOrder(refund.orderId()));
		OrderStatus before = order.status();
		stored.become(State.DONE);
		order.refunded(new RefundSummary(id, refund.reason(), refund.amount()));
		returned(order, stored, StoredLine::restocked);
		this.notes.restocked(order, counts(stored), levels);
		if (order.refundable().signum() <= 0) {
			order.become(OrderStatus.REFUNDED, this.clock.instant());
			this.notes.statusChanged(order, before);
		}
		order.touch(this.clock.instant());
		this.events.refunded(order, before, refund);
		return refund;
	}

	private static void returned(StoredOrder order, StoredRefund refund, ObjIntConsumer<StoredLine> change) {
		for (StoredRefund.Return back : refund.returns()) {
			order.goods()
				.stream()
				.filter((line) -> line.id() == back.lineId())
				.forEach((line) -> change.accept(line, back.count()));
		}
	}

	/** Every other process may do this at the same time: all steps are repeat-safe. */
	@Scheduled(fixedDelayString = "${banyan.ordering.recovery-interval:5s}")
	void finishAbandoned() {
		this.refunds
			.standing(List.of(State.STARTED, State.PAYING, State.UNDOING), this.clock.instant().minus(ABANDONED),
					Limit.of(AT_A_TIME))
			.forEach(this::quietly);
	}

	private void quietly(long id) {
		try {
			StoredRefund refund = this.refunds.findById(id).orElse(null);
			if (refund != null && refund.state() == State.UNDOING) {
				undo(refund);
			}
			else if (refund != null) {
				forward(id);
			}
		}
		catch (RefundRefused ex) {
			giveUp(id, State.PAYING);
		}
		catch (RuntimeException ex) {
			logger.warn("Refund {} will be finished later: {}", id, ex.getMessage());
		}
	}

	private void undoQuietly(StoredRefund refund) {
		try {
			undo(refund);
		}
		catch (RuntimeException ex) {
			logger.warn("Refund {} will be taken back later: {}", refund.toRefund().id(), ex.getMessage());
		}
	}

	/** What may have been put back is surely put back first, then taken again. */
	private void undo(StoredRefund refund) {
		long id = refund.toRefund().id();
		restock(refund, "refund-" + id, 1);
		restock(refund, "refund-" + id + "-undo", -1);
		this.transaction.executeWithoutResult((status) -> this.refunds.lock(id).ifPresent((stored) -> {
			this.orders.lock(stored.orderId()).ifPresent((order) -> {
				returned(order, stored, StoredLine::take);
				order.touch(this.clock.instant());
			});
			this.refunds.delete(stored);
		}));
	}

	@Override
	public RefundPage list(RefundQuery query) {
		return this.search.list(query);
	}

	@Override
	public Optional<Refund> find(long refundId) {
		return this.refunds.findById(refundId)
			.filter((refund) -> refund.state() == State.DONE)
			.map(StoredRefund::toRefund);
	}

	@Override
	public void remove(long refundId) {
		this.transaction.executeWithoutResult((status) -> this.refunds.lock(refundId)
			.filter((refund) -> refund.state() == State.DONE)
			.ifPresent((refund) -> {
				this.orders.lock(refund.orderId()).ifPresent((order) -> {
					order.forgetRefund(refundId);
					this.events.changed(order, order.status(), order.paidAt() != null);
				});
				this.refunds.delete(refund);
			}));
	}

}
