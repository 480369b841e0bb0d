package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.banyan.inventory.StockLevel;
import dev.banyan.ordering.CouponLine;
import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.OrderTotals;
import dev.banyan.ordering.RefundSummary;
import dev.banyan.ordering.TaxLine;
import dev.banyan.runtime.data.WordIndex;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
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

	@Convert(converter = JsonColumns.Texts.class)
	private Map<String, String> billing = new LinkedHashMap<>();

	@Convert(converter = JsonColumns.Texts.class)
	private Map<String, String> shipping = new LinkedHashMap<>();

	private String searchText = "";

	private String paymentMethod = "";

	private String paymentMethodTitle = "";

	private String transactionId = "";

	private Instant createdAt;

	private Instant modifiedAt;

	private @Nullable Instant paidAt;

	private @Nullable Instant completedAt;

	private boolean pricesIncludeTax;

	private BigDecimal discountTotal = BigDecimal.ZERO;

	private BigDecimal discountTax = BigDecimal.ZERO;

	private BigDecimal shippingTotal = BigDecimal.ZERO;

	private BigDecimal shippingTax = BigDecimal.ZERO;

	private BigDecimal cartTax = BigDecimal.ZERO;

	private BigDecimal total = BigDecimal.ZERO;

	@Convert(converter = JsonColumns.TaxLines.class)
	private List<TaxLine> taxLines = List.of();

	@Convert(converter = JsonColumns.CouponLines.class)
	private List<CouponLine> couponLines = List.of();

	@Convert(converter = JsonColumns.Refunds.class)
	private List<RefundSummary> refunds = List.of();

	@Convert(converter = JsonColumns.Texts.class)
	private Map<String, String> countedCoupons = Map.of();

	private boolean payerRecorded;

	private boolean toPayBack;

	@Convert(converter = JsonColumns.Meta.class)
	private List<MetaEntry> meta = new ArrayList<>();

	private boolean accepted;

	private boolean stockTaken;

	private int effectsMade;

	@Convert(converter = JsonColumns.PendingEffects.class)
	private @Nullable Effects pendingEffects;

	private @Nullable Instant pendingSince;

	private boolean undoing;

	@OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("id")
	private List<StoredLine> lines = new ArrayList<>();

	@Transient
	private final List<StoredLine> removedLines = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected StoredOrder() {
	}

	StoredOrder(long id, String orderKey, String currency, boolean pricesIncludeTax, Instant createdAt) {
		this.id = id;
		this.orderKey = orderKey;
		this.currency = currency;
		this.pricesIncludeTax = pricesIncludeTax;
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
		if (next == this.status) {
			return;
		}
		this.status = next;
		if (next == OrderStatus.COMPLETED || (next == OrderStatus.PROCESSING && needsShipping())) {
			pay(now);
		}
		if (next == OrderStatus.COMPLETED) {
			this.completedAt = now;
		}
	}

	/** Moves what happened to it along, but not beyond now. */
	void date(Instant created, Instant now) {
		Duration later = Duration.between(this.createdAt, created);
		this.createdAt = created;
		this.paidAt = moved(this.paidAt, later, now);
		this.completedAt = moved(this.completedAt, later, now);
		this.modifiedAt = now;
	}

	private static @Nullable Instant moved(@Nullable Instant time, Duration later, Instant latest) {
		if (time == null) {
			return null;
		}
		Instant moved = time.plus(later);
		return moved.isAfter(latest) ? latest : moved;
	}

	void pay(Instant now) {
		if (this.paidAt == null) {
			this.paidAt = now;
		}
	}

	void remove(StoredLine line) {
		this.lines.remove(line);
		this.removedLines.add(line);
	}

	void price(List<TaxLine> taxes, OrderTotals totals) {
		this.taxLines = taxes;
		this.discountTotal = totals.discount();
		this.discountTax = totals.discountTax();
		this.shippingTotal = totals.shipping();
		this.shippingTax = totals.shippingTax();
		this.cartTax = totals.cartTax();
		this.total = totals.total();
	}

	/** Whether its payment has to be given up once it is cancelled. */
	void payBack(boolean wanted) {
		this.toPayBack = wanted;
	}

	void refunded(RefundSummary refund) {
		List<RefundSummary> all = new ArrayList<>(this.refunds);
		all.addFirst(refund);
		this.refunds = all;
	}

	void forgetRefund(long refundId) {
		this.refunds = this.refunds.stream().filter((refund) -> refund.id() != refundId).toList();
	}

	/** What is left to pay back. */
	BigDecimal refundable() {
		return this.refunds.stream().map(RefundSummary::amount).reduce(this.total, BigDecimal::subtract);
	}

	void coupons(List<CouponLine> applied) {
		this.couponLines = applied;
	}

	void touch(Instant now) {
		this.modifiedAt = now;
		this.searchText = WordIndex.folded(Stream
			.of(this.billing.values().stream(), this.shipping.values().stream(), goods().stream().map(StoredLine::name))
			.flatMap((texts) -> texts)
			.collect(Collectors.joining("\n")));
	}

	String searchText() {
		return this.searchText;
	}

	void meta(List<MetaEntry> entries) {
		this.meta = entries;
	}

	void begin(Effects effects, Instant now) {
		this.pendingEffects = effects;
		this.pendingSince = now;
	}

	/**
	 * Takes over what the present row knows of pending effects, and what other sagas have
	 * noted at it since they began.
	 */
	void follow(StoredOrder present) {
		this.refunds = present.refunds;
		this.toPayBack = present.toPayBack;
		for (StoredLine line : this.lines) {
			present.lines.stream().filter((other) -> other.id() == line.id()).forEach(line::follow);
		}
		this.version = present.version;
		this.pendingEffects = present.pendingEffects;
		this.pendingSince = present.pendingSince;
	}

	void undo() {
		this.undoing = true;
	}

	/** Notes what was made, as inventory answered it. */
	void made(Effects effects, Map<Long, StockLevel> levels) {
		for (Effects.LineEffect effect : effects.lines()) {
			StockLevel level = levels.get(effect.itemId());
			this.lines.stream().filter((line) -> line.id() == effect.lineId()).forEach((line) -> {
				line.take((level != null && level.quantity() != null) ? effect.taken() : 0);
				line.sell(effect.sold());
			});
		}
		Map<String, String> counted = new LinkedHashMap<>(this.countedCoupons);
		counted.keySet().removeAll(effects.unused().keySet());
		counted.putAll(effects.used());
		this.countedCoupons = counted;
		this.payerRecorded |= effects.payer() != 0;
		settle();
	}

	/** Whether stock is taken follows the status once the effects are made. */
	void keepStock() {
		this.stockTaken = this.status.takesStock() || (this.stockTaken && !this.status.returnsStock());
	}

	void settle() {
		this.pendingEffects = null;
		this.pendingSince = null;
		this.undoing = false;
		this.effectsMade++;
	}

	void accept() {
		this.accepted = true;
	}

	/** As new, also if storing it has failed. */
	StoredOrder unsaved() {
		this.version = null;
		this.lines = new ArrayList<>(this.lines);
		return this;
	}

	boolean needsShipping() {
		return goods().stream().anyMatch(StoredLine::shipped);
	}

	List<StoredLine> goods() {
		return ofKind(StoredLine.Kind.GOODS);
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

	int effectsMade() {
		return this.effectsMade;
	}

	@Nullable Effects pendingEffects() {
		return this.pendingEffects;
	}

	long customerId() {
		return this.customerId;
	}

	BigDecimal total() {
		return this.total;
	}

	boolean pricesIncludeTax() {
		return this.pricesIncludeTax;
	}

	@Nullable Instant paidAt() {
		return this.paidAt;
	}

	List<TaxLine> taxLines() {
		return this.taxLines;
	}

	List<CouponLine> couponLines() {
		return this.couponLines;
	}

	Map<String, String> countedCoupons() {
		return this.countedCoupons;
	}

	boolean payerRecorded() {
		return this.payerRecorded;
	}

	List<StoredLine> removedLines() {
		return this.removedLines;
	}

	List<StoredLine> ofKind(StoredLine.Kind kind) {
		return this.lines.stream().filter((line) -> line.kind() == kind).toList();
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
				this.pricesIncludeTax, this.taxLines, this.couponLines, this.refunds,
				new OrderTotals(this.discountTotal, this.discountTax, this.shippingTotal, this.shippingTax,
						this.cartTax, this.total),
				this.meta, (this.version != null) ? this.version : 0);
	}

}
