package dev.banyan.ordering.internal;

import java.time.Instant;

import dev.banyan.ordering.OrderNote;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * A note at an order. It never changes.
 */
@Entity
@Table(schema = "ordering", name = "order_note")
class StoredNote implements Persistable<Long> {

	@Id
	private long id;

	private long orderId;

	private Instant createdAt;

	private String author;

	private String content;

	private boolean forCustomer;

	@SuppressWarnings("NullAway.Init")
	protected StoredNote() {
	}

	StoredNote(OrderNote note) {
		this.id = note.id();
		this.orderId = note.orderId();
		this.createdAt = note.createdAt();
		this.author = note.author();
		this.content = note.text();
		this.forCustomer = note.forCustomer();
	}

	@Override
	public @Nullable Long getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	long orderId() {
		return this.orderId;
	}

	OrderNote toNote() {
		return new OrderNote(this.id, this.orderId, this.createdAt, this.author, this.content, this.forCustomer);
	}

}
