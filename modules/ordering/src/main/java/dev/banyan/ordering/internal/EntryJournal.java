package dev.banyan.ordering.internal;

import java.time.Clock;
import java.util.Map;

import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.Order;
import jakarta.persistence.EntityManager;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a new order and what it causes in other modules come into being together. Whatever
 * is found begun and not finished is undone.
 */
@Component
class EntryJournal {

	private final StoredEntries entries;

	private final EffectsJournal effectsJournal;

	private final Acceptance acceptance;

	private final KeepingNotes notes;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final Clock clock;

	EntryJournal(StoredEntries entries, EffectsJournal effectsJournal, Acceptance acceptance, KeepingNotes notes,
			EntityManager entities, PlatformTransactionManager transactionManager, Clock clock) {
		this.entries = entries;
		this.effectsJournal = effectsJournal;
		this.acceptance = acceptance;
		this.notes = notes;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	/** Not in a transaction, because other modules are told. */
	Order enter(StoredOrder order) {
		Effects effects = Effects.of(order);
		if (effects.none()) {
			this.transaction.executeWithoutResult((status) -> this.entities.persist(this.acceptance.accept(order)));
			return order.toOrder();
		}
		this.transaction.executeWithoutResult(
				(status) -> this.entities.persist(new StoredEntry(order.id(), effects, this.clock.instant())));
		try {
			Map<Long, StockLevel> levels = this.effectsJournal.apply(effects);
			this.transaction.executeWithoutResult((status) -> {
				if (this.entries.finish(order.id()) == 0) {
					throw new IllegalStateException("Order " + order.id() + " was given up");
				}
				this.acceptance.accept(order);
				order.made(effects, levels);
				this.entities.persist(order);
				this.notes.stockMoved(order, effects, levels);
			});
			return order.toOrder();
		}
		catch (RuntimeException ex) {
			undo(order.id());
			throw ex;
		}
	}

	@Scheduled(fixedDelayString = "${banyan.ordering.recovery-interval:5s}")
	void undoAbandoned() {
		this.entries
			.begunBefore(this.clock.instant().minus(EffectsJournal.ABANDONED), Limit.of(EffectsJournal.AT_A_TIME))
			.forEach(this::undo);
	}

	private void undo(long orderId) {
		this.effectsJournal.undo(orderId, () -> this.entries.lock(orderId).map((entry) -> {
			entry.undo();
			return entry.effects();
		}), () -> this.entries.deleteById(orderId));
	}

}
