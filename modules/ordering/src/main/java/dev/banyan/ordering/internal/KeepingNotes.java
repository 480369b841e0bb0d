package dev.banyan.ordering.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.OrderNote;
import dev.banyan.ordering.OrderNotes;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.runtime.data.IdSequence;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps notes, and writes those by which the shop itself tells what it did to an order.
 */
@Service
class KeepingNotes implements OrderNotes {

	private final StoredNotes notes;

	private final StoredOrders orders;

	private final IdSequence ids;

	private final Clock clock;

	KeepingNotes(StoredNotes notes, StoredOrders orders, @Qualifier("orderNoteIds") IdSequence ids, Clock clock) {
		this.notes = notes;
		this.orders = orders;
		this.ids = ids;
		this.clock = clock;
	}

	@Override
	@Transactional
	public OrderNote write(long orderId, String author, String text, boolean forCustomer) {
		if (!this.orders.existsById(orderId)) {
			throw new UnknownOrder(orderId);
		}
		return store(orderId, author, text, forCustomer);
	}

	private OrderNote store(long orderId, String author, String text, boolean forCustomer) {
		return this.notes
			.save(new StoredNote(
					new OrderNote(this.ids.next(), orderId, this.clock.instant(), author, text, forCustomer)))
			.toNote();
	}

	@Override
	@Transactional(readOnly = true)
	public List<OrderNote> ofOrder(long orderId, @Nullable Boolean forCustomer) {
		return this.notes.findByOrderIdOrderByCreatedAtDescIdDesc(orderId)
			.stream()
			.map(StoredNote::toNote)
			.filter((note) -> forCustomer == null || note.forCustomer() == forCustomer)
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<OrderNote> find(long orderId, long noteId) {
		return this.notes.findById(noteId).filter((note) -> note.orderId() == orderId).map(StoredNote::toNote);
	}

	@Override
	@Transactional
	public void remove(long orderId, long noteId) {
		this.notes.findById(noteId).filter((note) -> note.orderId() == orderId).ifPresent(this.notes::delete);
	}

	/** Within the transaction that changed the status. */
	void statusChanged(StoredOrder order, OrderStatus before) {
		if (order.status() != before && order.status() != OrderStatus.TRASH && before != OrderStatus.TRASH) {
			store(order.id(), "", "Order status changed from " + before.title() + " to " + order.status().title() + ".",
					false);
		}
	}

	/** Within the transaction that noted the effects. */
	void stockMoved(StoredOrder order, Effects effects, Map<Long, StockLevel> levels) {
		for (boolean taken : List.of(true, false)) {
			String moves = effects.lines()
				.stream()
				.filter((effect) -> (effect.taken() > 0) == taken && effect.taken() != 0)
				.flatMap((effect) -> order.goods()
					.stream()
					.filter((line) -> line.id() == effect.lineId())
					.flatMap((line) -> move(line, effect, levels.get(effect.itemId())).stream()))
				.collect(Collectors.joining(", "));
			if (!moves.isEmpty()) {
				store(order.id(), "", (taken ? "Stock levels reduced: " : "Stock levels increased: ") + moves, false);
			}
		}
	}

	private static Optional<String> move(StoredLine line, Effects.LineEffect effect, @Nullable StockLevel level) {
		if (level == null || level.quantity() == null) {
			return Optional.empty();
		}
		int now = level.quantity();
		String reference = line.sku().isEmpty() ? "#" + line.itemId() : line.sku();
		String variation = (line.itemId() != line.productId()) ? "<span class=\"description\"></span>" : "";
		return Optional
			.of(line.name() + " (" + reference + ")" + variation + " " + (now + effect.taken()) + "&rarr;" + now);
	}

	/** Within the transaction that noted the restock. */
	void restocked(StoredOrder order, Map<Long, Integer> returned, Map<Long, StockLevel> levels) {
		returned.forEach((itemId, count) -> {
			StockLevel level = levels.get(itemId);
			if (level != null && level.quantity() != null) {
				store(order.id(), "", "Item #" + itemId + " stock increased from " + (level.quantity() - count) + " to "
						+ level.quantity() + ".", false);
			}
		});
	}

	void removeOf(long orderId) {
		this.notes.deleteOfOrder(orderId);
	}

}
