package dev.banyan.inventory.internal;

import dev.banyan.inventory.Backorders;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * The stock of one item.
 */
@Entity
@Table(schema = "inventory", name = "stock_item")
class StockItem implements Persistable<Long> {

	@Id
	private long itemId;

	private boolean managed;

	private int quantity;

	private int reserved;

	@Enumerated(EnumType.STRING)
	private Backorders backorders;

	private @Nullable Integer lowStockAmount;

	@Enumerated(EnumType.STRING)
	private StockStatus givenStatus;

	private @Nullable Long inheritsFrom;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected StockItem() {
	}

	StockItem(long itemId) {
		this.itemId = itemId;
		this.backorders = Backorders.NO;
		this.givenStatus = StockStatus.IN_STOCK;
	}

	/** One that is stored, only to be read. */
	StockItem(long itemId, boolean managed, int quantity, int reserved, Backorders backorders,
			@Nullable Integer lowStockAmount, StockStatus givenStatus, @Nullable Long inheritsFrom) {
		this.itemId = itemId;
		this.managed = managed;
		this.quantity = quantity;
		this.reserved = reserved;
		this.backorders = backorders;
		this.lowStockAmount = lowStockAmount;
		this.givenStatus = givenStatus;
		this.inheritsFrom = inheritsFrom;
		this.stored = true;
	}

	void define(StockDefinition definition) {
		this.managed = definition.managed();
		if (definition.managed() && definition.quantity() != null) {
			this.quantity = definition.quantity();
		}
		this.backorders = definition.backorders();
		this.lowStockAmount = definition.lowStockAmount();
		this.givenStatus = definition.status();
		this.inheritsFrom = definition.inheritsFrom();
	}

	boolean has(int wanted) {
		if (!this.managed) {
			return this.givenStatus != StockStatus.OUT_OF_STOCK;
		}
		return this.backorders != Backorders.NO || this.quantity - this.reserved >= wanted;
	}

	void add(int change) {
		if (this.managed) {
			this.quantity += change;
		}
	}

	void reserve(int amount) {
		if (this.managed) {
			this.reserved += amount;
		}
	}

	void unreserve(int amount) {
		this.reserved = Math.max(0, this.reserved - amount);
	}

	StockStatus status() {
		if (!this.managed) {
			return this.givenStatus;
		}
		if (this.quantity > 0) {
			return StockStatus.IN_STOCK;
		}
		return (this.backorders == Backorders.NO) ? StockStatus.OUT_OF_STOCK : StockStatus.ON_BACKORDER;
	}

	long itemId() {
		return this.itemId;
	}

	boolean managed() {
		return this.managed;
	}

	@Nullable Integer countedQuantity() {
		return this.managed ? this.quantity : null;
	}

	int reserved() {
		return this.reserved;
	}

	Backorders backorders() {
		return this.backorders;
	}

	@Nullable Integer lowStockAmount() {
		return this.lowStockAmount;
	}

	@Nullable Long inheritsFrom() {
		return this.managed ? null : this.inheritsFrom;
	}

	@Override
	public Long getId() {
		return this.itemId;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

}
