package dev.banyan.ordering.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.banyan.inventory.OutOfStock;
import dev.banyan.inventory.ReservationLine;
import dev.banyan.inventory.ReservationReleased;
import dev.banyan.inventory.Reservations;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.KeyReused;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderPlacement;
import dev.banyan.ordering.OrderRefused;
import dev.banyan.ordering.OrderRefused.Reason;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.PlaceOrder;
import dev.banyan.ordering.PlacementUnderWay;
import dev.banyan.ordering.internal.StoredPlacement.Refusal;
import dev.banyan.ordering.internal.StoredPlacement.Step;
import dev.banyan.payments.Payment;
import dev.banyan.payments.PaymentDeclined;
import dev.banyan.payments.PaymentRequest;
import dev.banyan.payments.Payments;
import dev.banyan.payments.UnknownGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The place-order saga. Its calls, in order: price, reserve, authorise; then, from where
 * it only goes forward, confirm, capture, note what was sold, accept. Up to there a crash
 * or a refusal gives everything back.
 */
@Service
class PlacingOrders implements OrderPlacement {

	private static final Logger logger = LoggerFactory.getLogger(PlacingOrders.class);

	private static final Duration RESERVED_FOR = Duration.ofMinutes(10);

	/** Longer than a request can take. */
	private static final Duration ABANDONED = Duration.ofSeconds(30);

	private static final Duration KEPT = Duration.ofDays(7);

	private static final int AT_A_TIME = 50;

	private static final int LOOKS = 50;

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

	private final PlacementLog log;

	private final StoredPlacements placements;

	private final PlacedOrders placedOrders;

	private final Reservations reservations;

	private final Stock stock;

	private final Payments payments;

	private final EffectsJournal effectsJournal;

	private final OrderingBulkhead bulkhead;

	private final Orders orders;

	private final CancellingOrders cancelling;

	private final Clock clock;

	PlacingOrders(PlacementLog log, StoredPlacements placements, PlacedOrders placedOrders, Reservations reservations,
			Stock stock, Payments payments, EffectsJournal effectsJournal, OrderingBulkhead bulkhead, Orders orders,
			CancellingOrders cancelling, Clock clock) {
		this.log = log;
		this.placements = placements;
		this.placedOrders = placedOrders;
		this.reservations = reservations;
		this.stock = stock;
		this.payments = payments;
		this.effectsJournal = effectsJournal;
		this.bulkhead = bulkhead;
		this.orders = orders;
		this.cancelling = cancelling;
		this.clock = clock;
	}

	@Override
	public Order place(PlaceOrder command) {
		String hash = this.placedOrders.hash(command);
		Optional<StoredPlacement> known = this.log.find(command.key());
		if (known.isPresent()) {
			return outcome(command.key(), hash);
		}
		try {
			this.bulkhead.inTurn(() -> {
				StoredOrder order = priced(command, hash);
				this.log.begin(command.key(), hash, order);
				run(command, order);
				return order;
			});
		}
		catch (DataIntegrityViolationException ex) {
			logger.debug("Placed twice at a time: {}", command.key());
		}
		return outcome(command.key(), hash);
	}

	private StoredOrder priced(PlaceOrder command, String hash) {
		try {
			return this.placedOrders.price(command);
		}
		catch (OrderRefused ex) {
			this.log.refuse(command.key(), hash, Refusal.of(ex));
			throw ex;
		}
	}

	private void run(PlaceOrder command, StoredOrder order) {
		String name = name(order.id());
		try {
			reserve(name, command);
			authorise(name, command, order);
		}
		catch (OrderRefused ex) {
			give(command.key(), Step.STARTED, Refusal.of(ex));
			throw ex;
		}
		catch (RuntimeException ex) {
			give(command.key(), Step.STARTED, null);
			throw ex;
		}
		if (!this.log.advance(command.key(), Step.STARTED, Step.CONFIRMING, null)) {
			throw new PlacementUnderWay();
		}
		try {
			forward(command.key(), order.id());
		}
		catch (OrderRefused ex) {
			give(command.key(), Step.CONFIRMING, Refusal.of(ex));
			throw ex;
		}
		catch (RuntimeException ex) {
			give(command.key(), Step.CONFIRMING, null);
			throw ex;
		}
	}

	private static String name(long orderId) {
		return "order-" + orderId;
	}

	private void reserve(String name, PlaceOrder command) {
		try {
			this.reservations.reserve(name,
					command.lines()
						.stream()
						.map((line) -> new ReservationLine(line.itemId(), line.quantity()))
						.toList(),
					RESERVED_FOR);
		}
		catch (OutOfStock ex) {
			throw new OrderRefused(Reason.OUT_OF_STOCK, "Less is left than was asked for.", ex.itemIds());
		}
		catch (ReservationReleased ex) {
			throw new PlacementUnderWay();
		}
	}

	private void authorise(String name, PlaceOrder command, StoredOrder order) {
		try {
			this.payments.authorise(new PaymentRequest(name, command.gateway(), order.total(),
					order.header().currency(), command.paymentToken()));
		}
		catch (UnknownGateway ex) {
			throw new OrderRefused(Reason.UNKNOWN_GATEWAY, String.valueOf(ex.getMessage()), List.of());
		}
		catch (PaymentDeclined ex) {
			throw new OrderRefused(Reason.PAYMENT_DECLINED, String.valueOf(ex.getMessage()), List.of());
		}
	}

	private void forward(String key, long orderId) {
		String name = name(orderId);
		Payment payment;
		try {
			this.reservations.confirm(name);
			payment = this.payments.capture(name).orElseThrow(() -> new PaymentDeclined("There is no payment"));
		}
		catch (ReservationReleased ex) {
			throw new OrderRefused(Reason.OUT_OF_STOCK, "The goods were not reserved any more.", List.of());
		}
		catch (PaymentDeclined ex) {
			throw new OrderRefused(Reason.PAYMENT_DECLINED, String.valueOf(ex.getMessage()), List.of());
		}
		StoredOrder order = this.log.order(orderId);
		Set<Long> itemIds = order.goods().stream().map(StoredLine::itemId).collect(java.util.stream.Collectors.toSet());
		Map<Long, StockLevel> levels = this.stock.levels(itemIds);
		this.placedOrders.settle(order, payment, levels);
		Effects effects = Effects.of(order).withoutStock();
		this.effectsJournal.apply(effects);
		this.log.accept(key, order, effects);
	}

	/** After a crash: nobody waits for an answer any more. */
	private void resume(String key, long orderId) {
		try {
			forward(key, orderId);
		}
		catch (OrderRefused ex) {
			give(key, Step.CONFIRMING, Refusal.of(ex));
		}
	}

	/** Gives everything back, now or later. */
	private void give(String key, Step from, @org.jspecify.annotations.Nullable Refusal refusal) {
		Step back = (from == Step.STARTED) ? Step.UNDOING : Step.REVERSING;
		if (this.log.advance(key, from, back, refusal)) {
			quietly(key);
		}
	}

	/** What may have been noted as sold is surely noted first, then taken back. */
	private void reverse(String key, long orderId) {
		Effects effects = this.placedOrders.effects(this.log.order(orderId));
		this.effectsJournal.apply(effects);
		this.effectsJournal.apply(effects.reversed());
		undo(key, orderId);
	}

	private void undo(String key, long orderId) {
		this.payments.cancel(name(orderId));
		this.reservations.release(name(orderId));
		this.log.undone(key);
	}

	private Order outcome(String key, String hash) {
		for (int look = 0; look < LOOKS; look++) {
			Optional<StoredPlacement> known = this.log.find(key);
			if (known.isEmpty()) {
				break;
			}
			StoredPlacement placement = known.get();
			if (!placement.requestHash().equals(hash)) {
				throw new KeyReused();
			}
			if (placement.step() == Step.DONE) {
				return this.orders.find(placement.orderId())
					.orElseThrow(() -> new dev.banyan.ordering.UnknownOrder(placement.orderId()));
			}
			if (placement.refusal() != null) {
				throw placement.refusal().toException();
			}
			pause();
		}
		throw new PlacementUnderWay();
	}

	private static void pause() {
		try {
			Thread.sleep(BETWEEN_LOOKS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Every other process may do this at the same time: all steps are repeat-safe. */
	@Scheduled(fixedDelayString = "${banyan.ordering.recovery-interval:5s}")
	void finishAbandoned() {
		this.placements
			.standing(List.of(Step.STARTED, Step.CONFIRMING, Step.UNDOING, Step.REVERSING),
					this.clock.instant().minus(ABANDONED), Limit.of(AT_A_TIME))
			.forEach(this::quietly);
	}

	private void quietly(String key) {
		try {
			StoredPlacement placement = this.log.find(key).orElse(null);
			if (placement == null) {
				return;
			}
			switch (placement.step()) {
				case STARTED -> give(key, Step.STARTED, null);
				case CONFIRMING -> resume(key, placement.orderId());
				case REVERSING -> reverse(key, placement.orderId());
				case UNDOING -> undo(key, placement.orderId());
				case DONE, REFUSED -> {
				}
			}
		}
		catch (RuntimeException ex) {
			logger.warn("An order that was being placed will be finished later: {}", ex.getMessage());
		}
	}

	@Scheduled(fixedDelayString = "1h")
	@Transactional
	void forgetOld() {
		this.placements.forget(List.of(Step.DONE, Step.REFUSED), this.clock.instant().minus(KEPT));
	}

	@Override
	public Order cancel(long orderId) {
		return this.cancelling.cancel(orderId);
	}

}
