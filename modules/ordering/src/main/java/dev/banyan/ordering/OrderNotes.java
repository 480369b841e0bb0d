package dev.banyan.ordering;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;
import org.jspecify.annotations.Nullable;

/**
 * The notes at orders.
 */
public interface OrderNotes {

	/**
	 * Writes a note. A repeated call writes another one.
	 * @param orderId the order
	 * @param author who writes it; empty for the shop itself
	 * @param text what it says, HTML
	 * @param forCustomer whether the customer may read it
	 * @return the note
	 * @throws UnknownOrder if there is no such order
	 */
	OrderNote write(long orderId, String author, String text, boolean forCustomer);

	/**
	 * Reads the notes of an order.
	 * @param orderId the order
	 * @param forCustomer only those that the customer may read, or may not; null for all
	 * @return the notes, the newest first
	 */
	@RepeatSafe
	List<OrderNote> ofOrder(long orderId, @Nullable Boolean forCustomer);

	/**
	 * Reads a note.
	 * @param orderId the order
	 * @param noteId the note
	 * @return the note, empty if the order has none of that id
	 */
	@RepeatSafe
	Optional<OrderNote> find(long orderId, long noteId);

	/**
	 * Removes a note. Safe to repeat.
	 * @param orderId the order
	 * @param noteId the note
	 */
	@RepeatSafe
	void remove(long orderId, long noteId);

}
