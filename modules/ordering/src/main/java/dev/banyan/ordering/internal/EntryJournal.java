package dev.banyan.ordering.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.Order;
import dev.banyan.runtime.data.JointCalls;
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

	private static final int TOGETHER = 20;

	/** Many orders at once come to their steps at about the same time. */
	private static final Duration PAUSE = Duration.ofMillis(2);

	private final StoredEntries entries;

	private final EffectsJournal effectsJournal;

	private final Acceptance acceptance;

	private final KeepingNotes notes;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final JointCalls<Step, Step> steps = new JointCalls<>(TOGETHER, PAUSE, this::make);

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

	/**
	 * What is stored of an order: what it causes first, then the order itself. Steps of
	 * different orders are stored together.
	 */
	private sealed interface Step {

	}

	/**
	 * An order whose effects are about to be made.
	 */
	private record Begun(StoredEntry entry) implements Step {
	}

	/**
	 * An order whose effects are made.
	 */
	private record Entered(StoredOrder order, Effects effects, Map<Long, StockLevel> levels) implements Step {
	}

	/** Not in a transaction, because other modules are told. */
	Order enter(StoredOrder order) {
		Effects effects = Effects.of(order);
		if (effects.none()) {
			this.steps.call(new Entered(order, effects, Map.of()));
			return order.toOrder();
		}
		this.steps.call(new Begun(new StoredEntry(order.id(), effects, this.clock.instant())));
		try {
			Map<Long, StockLevel> levels = this.effectsJournal.apply(effects);
			order.made(effects, levels);
			this.steps.call(new Entered(order, effects, levels));
			return order.toOrder();
		}
		catch (RuntimeException ex) {
			undo(order.id());
			throw ex;
		}
	}

	private List<Step> make(List<Step> together) {
		this.transaction.executeWithoutResult((status) -> {
			finish(together.stream().filter(Entered.class::isInstance).map(Entered.class::cast).toList());
			together.forEach((step) -> {
				if (step instanceof Begun begun) {
					this.entities.persist(begun.entry());
				}
			});
		});
		return together;
	}

	private void finish(List<Entered> entered) {
		List<Long> noted = entered.stream()
			.filter((one) -> !one.effects().none())
			.map((one) -> one.order().id())
			.toList();
		if (!noted.isEmpty() && this.entries.finish(noted) != noted.size()) {
			throw new IllegalStateException("Given up: one of the orders " + noted);
		}
		List<StoredOrder> orders = entered.stream().map(Entered::order).toList();
		this.acceptance.accept(orders);
		orders.forEach((order) -> this.entities.persist(order.unsaved()));
		entered.forEach((one) -> this.notes.stockMoved(one.order(), one.effects(), one.levels()));
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
