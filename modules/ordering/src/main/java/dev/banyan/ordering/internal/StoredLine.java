package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.banyan.ordering.ChargeLine;
import dev.banyan.ordering.LineItem;
import dev.banyan.ordering.LineTax;
import dev.banyan.ordering.MetaEntry;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

/**
 * A line of an order: goods, shipping or a fee.
 */
@Entity
@Table(schema = "ordering", name = "order_line")
class StoredLine {

	enum Kind {

		/** Something sold. */
		GOODS,
		/** Shipping. */
		SHIPPING,
		/** A fee. */
		FEE

	}

	@Id
	private long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "order_id")
	private StoredOrder order;

	@Enumerated(EnumType.STRING)
	private Kind lineKind;

	private String name = "";

	private String sku = "";

	private long productId;

	private long variationId;

	private int quantity;

	private String taxClass = "";

	private String taxStatus = "taxable";

	private String methodId = "";

	private String instanceId = "";

	private BigDecimal subtotal = BigDecimal.ZERO;

	private BigDecimal total = BigDecimal.ZERO;

	private BigDecimal subtotalTax = BigDecimal.ZERO;

	private BigDecimal totalTax = BigDecimal.ZERO;

	@Convert(converter = JsonColumns.Taxes.class)
	private List<LineTax> taxes = List.of();

	private boolean shipped;

	private int stockTaken;

	private int sold;

	private int restocked;

	@Transient
	private int quantityChange;

	@Convert(converter = JsonColumns.Meta.class)
	private List<MetaEntry> meta = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected StoredLine() {
	}

	StoredLine(long id, StoredOrder order, Kind lineKind) {
		this.id = id;
		this.order = order;
		this.lineKind = lineKind;
	}

	void sell(long product, long variation, String stockKeepingUnit, boolean toShip) {
		this.sku = stockKeepingUnit;
		this.productId = product;
		this.variationId = variation;
		this.shipped = toShip;
	}

	void name(String value) {
		this.name = value;
	}

	void quantity(int value) {
		this.quantityChange += value - this.quantity;
		this.quantity = value;
	}

	void taxed(String classSlug, String status) {
		this.taxClass = classSlug;
		this.taxStatus = status;
	}

	void method(String method, String instance) {
		this.methodId = method;
		this.instanceId = instance;
	}

	void amounts(BigDecimal before, BigDecimal after) {
		this.subtotal = before;
		this.total = after;
	}

	void taxes(List<LineTax> ofRates, BigDecimal before, BigDecimal after) {
		this.taxes = ofRates;
		this.subtotalTax = before;
		this.totalTax = after;
	}

	/** More was taken out of stock, or less if negative. */
	void take(int count) {
		this.stockTaken += count;
	}

	/** Takes over what the present row knows of stock. */
	void follow(StoredLine present) {
		this.stockTaken = present.stockTaken;
		this.restocked = present.restocked;
	}

	/** Something that is not counted as taken any more came back with a refund. */
	void restocked(int count) {
		this.restocked = (this.stockTaken > 0) ? this.restocked + count : 0;
	}

	/** More was sold, or less if negative. */
	void sell(int count) {
		this.sold += count;
	}

	void meta(List<MetaEntry> entries) {
		this.meta = entries;
	}

	long id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	String sku() {
		return this.sku;
	}

	Kind kind() {
		return this.lineKind;
	}

	long productId() {
		return this.productId;
	}

	long itemId() {
		return (this.variationId != 0) ? this.variationId : this.productId;
	}

	int quantity() {
		return this.quantity;
	}

	int quantityChange() {
		return this.quantityChange;
	}

	int sold() {
		return this.sold;
	}

	List<LineTax> taxes() {
		return this.taxes;
	}

	BigDecimal subtotalTax() {
		return this.subtotalTax;
	}

	boolean taxable() {
		return this.taxStatus.equals("taxable");
	}

	int stockTaken() {
		return this.stockTaken;
	}

	boolean shipped() {
		return this.shipped;
	}

	BigDecimal subtotal() {
		return this.subtotal;
	}

	BigDecimal total() {
		return this.total;
	}

	List<MetaEntry> meta() {
		return this.meta;
	}

	String taxClass() {
		return this.taxClass;
	}

	String taxStatus() {
		return this.taxStatus;
	}

	String methodId() {
		return this.methodId;
	}

	String instanceId() {
		return this.instanceId;
	}

	LineItem toLineItem() {
		return new LineItem(this.id, this.name, this.productId, this.variationId, this.quantity, this.taxClass,
				this.taxStatus, this.subtotal, this.total, this.subtotalTax, this.totalTax, this.taxes, this.shipped,
				this.stockTaken, this.restocked, this.meta);
	}

	ChargeLine toChargeLine() {
		ChargeLine.Kind kind = (this.lineKind == Kind.FEE) ? ChargeLine.Kind.FEE : ChargeLine.Kind.SHIPPING;
		return new ChargeLine(this.id, kind, this.name, this.methodId, this.instanceId, this.taxClass, this.taxStatus,
				this.total, this.totalTax, this.taxes, this.meta);
	}

}
