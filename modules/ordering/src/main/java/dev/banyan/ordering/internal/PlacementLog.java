package dev.banyan.ordering.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import dev.banyan.ordering.UnknownOrder;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down how far the placing of orders has come. A step is left only if it still
 * stands: whoever comes second learns that somebody else has taken over.
 */
@Component
class PlacementLog {

	private final StoredPlacements placements;

	private final StoredOrders orders;

	private final Acceptance acceptance;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PlacementLog(StoredPlacements placements, StoredOrders orders, Acceptance acceptance, EntityManager entities,
			PlatformTransactionManager transactionManager, Clock clock) {
		this.placements = placements;
		this.orders = orders;
		this.acceptance = acceptance;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	Optional<StoredPlacement> find(String key) {
		return this.placements.findById(key);
	}

	/** With the order, which nobody sees yet. Fails if the key is taken. */
	void begin(String key, String requestHash, StoredOrder order) {
		this.transaction.executeWithoutResult((status) -> {
			this.entities.persist(new StoredPlacement(key, requestHash, order.id(), this.clock.instant()));
			this.entities.flush();
			this.entities.persist(order);
		});
	}

	/** Fails if the key is taken. */
	void refuse(String key, String requestHash, StoredPlacement.Refusal refusal) {
		this.transaction.executeWithoutResult((status) -> this.entities
			.persist(StoredPlacement.refused(key, requestHash, refusal, this.clock.instant())));
	}

	/** Whether the placement stood where it is said to have stood, and has moved on. */
	boolean advance(String key, StoredPlacement.Step from, StoredPlacement.Step to,
			StoredPlacement.@Nullable Refusal refusal) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Optional<StoredPlacement> placement = this.placements.lock(key).filter((found) -> found.step() == from);
			placement.ifPresent((found) -> found.become(to, refusal, this.clock.instant()));
			return placement.isPresent();
		}));
	}

	StoredOrder order(long orderId) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			StoredOrder order = this.orders.findById(orderId).orElseThrow(() -> new UnknownOrder(orderId));
			order.lines().size();
			return order;
		}));
	}

	/** The order as it is accepted takes the place of the one that nobody saw. */
	void accept(String key, StoredOrder accepted, Effects effects) {
		this.transaction.executeWithoutResult((status) -> {
			StoredPlacement placement = this.placements.lock(key).orElseThrow();
			if (placement.step() == StoredPlacement.Step.CONFIRMING) {
				StoredOrder order = this.entities.merge(accepted);
				this.acceptance.accept(order);
				order.made(effects, java.util.Map.of());
				placement.become(StoredPlacement.Step.DONE, null, this.clock.instant());
			}
		});
	}

	/**
	 * Everything is given back: what was refused stays so, what was cut short may start
	 * anew.
	 */
	void undone(String key) {
		this.transaction.executeWithoutResult((status) -> this.placements.lock(key)
			.filter((placement) -> placement.step() == StoredPlacement.Step.UNDOING
					|| placement.step() == StoredPlacement.Step.REVERSING)
			.ifPresent((placement) -> {
				this.orders.lock(placement.orderId()).ifPresent(this.orders::delete);
				if (placement.refusal() == null) {
					this.placements.delete(placement);
				}
				else {
					placement.become(StoredPlacement.Step.REFUSED, placement.refusal(), this.clock.instant());
				}
			}));
	}

}
