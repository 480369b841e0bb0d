package dev.banyan.ordering;

import java.time.Instant;

/**
 * A note at an order.
 *
 * @param id the note
 * @param orderId the order
 * @param createdAt when it was written
 * @param author who wrote it; empty if the shop itself did
 * @param text what it says, HTML
 * @param forCustomer whether the customer may read it
 */
public record OrderNote(long id, long orderId, Instant createdAt, String author, String text, boolean forCustomer) {
}
