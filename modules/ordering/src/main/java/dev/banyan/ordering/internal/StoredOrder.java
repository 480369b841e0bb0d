package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderStatus;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * An order and, while stock is being moved for it, the move that a restarted process has
 * to undo.
 */
@Entity
@Table(schema = "ordering", name = "customer_order")
class StoredOrder {

	@Id
	private long id;

	@Version
	private @Nullable Long version;

	private long parentId;

	@Enumerated(EnumType.STRING)
	private OrderStatus status = OrderStatus.PENDING;

	private String currency = "USD";

	private long customerId;

	private String customerNote = "";

	private String createdVia = "";

	private String orderKey;

	@Convert(converter = JsonColumns.Address.class)
	private Map<String, String> billing = new LinkedHashMap<>();

	@Convert(converter = JsonColumns.Address.class)
	private Map<String, String> shipping = new LinkedHashMap<>();

	private String searchText = "";

	private String paymentMethod = "";

	private String paymentMethodTitle = "";

	private String transactionId = "";

	private Instant createdAt;

	private Instant modifiedAt;

	private @Nullable Instant paidAt;

	private @Nullable Instant completedAt;

	private BigDecimal total = BigDecimal.ZERO;

	@Convert(converter = JsonColumns.Meta.class)
	private List<MetaEntry> meta = new ArrayList<>();

	private boolean accepted;

	private boolean stockTaken;

	private int stockMoves;

	@Convert(converter = JsonColumns.Move.class)
	private @Nullable StockMove pendingMove;

	private @Nullable Instant pendingSince;

	private boolean undoing;

	@OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("id")
	private List<StoredLine> lines = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected StoredOrder() {
	}

	StoredOrder(long id, String orderKey, Instant createdAt) {
		this.id = id;
		this.orderKey = orderKey;
		this.createdAt = createdAt;
		this.modifiedAt = createdAt;
	}

	void describe(OrderHeader header) {
		this.parentId = header.parentId();
		this.currency = header.currency();
		this.customerId = header.customerId();
		this.customerNote = header.customerNote();
		this.createdVia = header.createdVia();
		this.billing = header.billing();
		this.shipping = header.shipping();
		this.searchText = (String.join(" ", header.billing().values()) + " "
				+ String.join(" ", header.shipping().values()))
			.toLowerCase(java.util.Locale.ROOT);
		this.paymentMethod = header.paymentMethod();
		this.paymentMethodTitle = header.paymentMethodTitle();
		this.transactionId = header.transactionId();
	}

	OrderHeader header() {
		return new OrderHeader(this.parentId, this.currency, this.customerId, this.customerNote, this.createdVia,
				new LinkedHashMap<>(this.billing), new LinkedHashMap<>(this.shipping), this.paymentMethod,
				this.paymentMethodTitle, this.transactionId);
	}

	void become(OrderStatus next, Instant now) {
		this.status = next;
		if (next.paid() && this.paidAt == null) {
			this.paidAt = now;
		}
		if (next == OrderStatus.COMPLETED && this.completedAt == null) {
			this.completedAt = now;
		}
	}

	void touch(Instant now) {
		this.modifiedAt = now;
		this.total = this.lines.stream().map(StoredLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	void meta(List<MetaEntry> entries) {
		this.meta = entries;
	}

	boolean needsMove() {
		return (this.status.takesStock() && !this.stockTaken) || (this.status.returnsStock() && this.stockTaken);
	}

	void begin(StockMove move, Instant now) {
		this.pendingMove = move;
		this.pendingSince = now;
	}

	void undo() {
		this.undoing = true;
	}

	void moved() {
		this.stockTaken = !this.stockTaken;
		settle();
	}

	void settle() {
		this.pendingMove = null;
		this.pendingSince = null;
		this.undoing = false;
		this.stockMoves++;
	}

	void accept() {
		this.accepted = true;
	}

	boolean needsShipping() {
		return goods().stream().anyMatch(StoredLine::shipped);
	}

	List<StoredLine> goods() {
		return this.lines.stream().filter((line) -> line.kind() == StoredLine.Kind.GOODS).toList();
	}

	List<StoredLine> lines() {
		return this.lines;
	}

	long id() {
		return this.id;
	}

	@Nullable Long version() {
		return this.version;
	}

	OrderStatus status() {
		return this.status;
	}

	boolean accepted() {
		return this.accepted;
	}

	boolean stockTaken() {
		return this.stockTaken;
	}

	int stockMoves() {
		return this.stockMoves;
	}

	@Nullable StockMove pendingMove() {
		return this.pendingMove;
	}

	boolean undoing() {
		return this.undoing;
	}

	List<MetaEntry> meta() {
		return this.meta;
	}

	Order toOrder() {
		return new Order(this.id, this.parentId, this.status, this.currency, this.customerId, this.customerNote,
				this.createdVia, this.orderKey, this.billing, this.shipping, this.paymentMethod,
				this.paymentMethodTitle, this.transactionId, this.createdAt, this.modifiedAt, this.paidAt,
				this.completedAt, goods().stream().map(StoredLine::toLineItem).toList(),
				this.lines.stream()
					.filter((line) -> line.kind() != StoredLine.Kind.GOODS)
					.map(StoredLine::toChargeLine)
					.toList(),
				this.total, this.meta);
	}

}
