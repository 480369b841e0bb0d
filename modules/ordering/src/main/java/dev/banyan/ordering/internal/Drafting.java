package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.SellableItem;
import dev.banyan.ordering.ChargeDraft;
import dev.banyan.ordering.ChargeLine;
import dev.banyan.ordering.LineDraft;
import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.UnknownLine;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.settings.ShopSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Brings what is asked for into an order.
 */
@Component
class Drafting {

	private static final Set<OrderStatus> PAYABLE = Set.of(OrderStatus.PENDING, OrderStatus.ON_HOLD, OrderStatus.FAILED,
			OrderStatus.CANCELLED);

	private final Assortment assortment;

	private final IdSequence lineIds;

	private final IdSequence metaIds;

	private final Pricing pricing;

	private final Clock clock;

	Drafting(Assortment assortment, Pricing pricing, @Qualifier("orderLineIds") IdSequence lineIds,
			@Qualifier("orderMetaIds") IdSequence metaIds, Clock clock) {
		this.assortment = assortment;
		this.pricing = pricing;
		this.lineIds = lineIds;
		this.metaIds = metaIds;
		this.clock = clock;
	}

	/** What the catalog knows of the products that a draft names. */
	private record Goods(Map<Long, SellableItem> items, Map<String, Long> idsBySku) {

		@Nullable SellableItem of(LineDraft line) {
			Long id = line.variationId();
			if (id == null || id == 0) {
				id = line.productId();
			}
			if ((id == null || id == 0) && line.sku() != null) {
				id = this.idsBySku.get(line.sku());
			}
			return (id != null) ? this.items.get(id) : null;
		}

	}

	private Goods goods(OrderDraft draft) {
		Set<String> skus = new HashSet<>();
		Set<Long> ids = new HashSet<>();
		for (LineDraft line : draft.lines()) {
			if (line.variationId() != null && line.variationId() != 0) {
				ids.add(line.variationId());
			}
			else if (line.productId() != null && line.productId() != 0) {
				ids.add(line.productId());
			}
			else if (line.sku() != null && !line.sku().isEmpty()) {
				skus.add(line.sku());
			}
		}
		Map<String, Long> bySku = skus.isEmpty() ? Map.of() : this.assortment.idsBySku(skus);
		ids.addAll(bySku.values());
		return new Goods(ids.isEmpty() ? Map.of() : this.assortment.items(ids), bySku);
	}

	/** Fills a new order. Asks other modules, so not in a transaction. */
	void enter(OrderDraft draft, StoredOrder order, ShopSettings shop) {
		fill(draft, order, shop);
		this.pricing.price(order, draft.coupons(), shop);
		settle(draft, order, draft.setPaid());
	}

	/** Changes an order. Asks other modules, so not in a transaction. */
	void change(OrderDraft draft, StoredOrder order, ShopSettings shop) {
		fill(draft, order, shop);
		if (draft.coupons() != null || !draft.lines().isEmpty() || !draft.charges().isEmpty()
				|| !draft.billing().isEmpty() || !draft.shipping().isEmpty()) {
			this.pricing.price(order, draft.coupons(), shop);
		}
		boolean unpaid = order.status() == OrderStatus.PENDING || order.status() == OrderStatus.FAILED;
		settle(draft, order, draft.setPaid() && unpaid && order.total().signum() > 0);
	}

	private void fill(OrderDraft draft, StoredOrder order, ShopSettings shop) {
		Goods goods = goods(draft);
		order.describe(order.header().with(draft));
		List<SellableItem> added = draft.lines()
			.stream()
			.filter((line) -> line.id() == null)
			.map(goods::of)
			.filter(Objects::nonNull)
			.toList();
		Map<Long, BigDecimal> prices = this.pricing.netPrices(added, order.pricesIncludeTax(), shop);
		draft.lines().forEach((line) -> line(line, goods, prices, order));
		draft.charges().forEach((charge) -> charge(charge, order));
		order.meta(merged(order.meta(), draft.meta()));
	}

	private void settle(OrderDraft draft, StoredOrder order, boolean pay) {
		Instant now = this.clock.instant();
		if (draft.status() == OrderStatus.TRASH && order.status() != OrderStatus.TRASH) {
			order.meta(trashed(order, now));
		}
		if (draft.status() != null) {
			order.become(draft.status(), now);
		}
		if (pay && PAYABLE.contains(order.status())) {
			order.pay(now);
			order.become(order.needsShipping() ? OrderStatus.PROCESSING : OrderStatus.COMPLETED, now);
		}
		order.touch(now);
	}

	private void line(LineDraft draft, Goods goods, Map<Long, BigDecimal> prices, StoredOrder order) {
		if (draft.remove()) {
			order.remove(existing(order, Objects.requireNonNull(draft.id())));
			return;
		}
		StoredLine line = (draft.id() != null) ? existing(order, draft.id())
				: added(order, StoredLine.Kind.GOODS, (created) -> added(created, draft, goods.of(draft), prices));
		SellableItem item = goods.of(draft);
		if (draft.id() != null && item != null && item.id() != line.itemId()) {
			sell(line, item);
		}
		if (draft.name() != null) {
			line.name(draft.name());
		}
		if (draft.quantity() != null) {
			line.quantity(draft.quantity());
		}
		if (draft.taxClass() != null) {
			line.taxed(draft.taxClass(), line.taxStatus());
		}
		if (draft.total() != null) {
			line.amounts(line.subtotal().max(draft.total()), draft.total());
		}
		if (draft.subtotal() != null) {
			line.amounts(draft.subtotal(), line.total());
		}
		line.meta(merged(line.meta(), draft.meta()));
	}

	private void added(StoredLine line, LineDraft draft, @Nullable SellableItem item, Map<Long, BigDecimal> prices) {
		int quantity = (draft.quantity() != null) ? draft.quantity() : 1;
		line.quantity(quantity);
		if (item == null) {
			return;
		}
		sell(line, item);
		BigDecimal amount = prices.getOrDefault(item.id(), BigDecimal.ZERO).multiply(BigDecimal.valueOf(quantity));
		line.amounts(amount, amount);
	}

	private void sell(StoredLine line, SellableItem item) {
		line.name(item.name());
		line.sell(item.productId(), (item.parentId() != 0) ? item.id() : 0, item.sku(),
				!(item.virtual() && item.downloadable()));
		line.taxed(item.taxClass(), item.taxStatus().name().toLowerCase(Locale.ROOT));
		line.meta(merged(List.of(),
				item.options()
					.stream()
					.filter((option) -> !option.value().isEmpty())
					.map((option) -> new MetaEntry(0, option.key(), option.value()))
					.toList()));
	}

	private void charge(ChargeDraft draft, StoredOrder order) {
		if (draft.remove()) {
			order.remove(existing(order, Objects.requireNonNull(draft.id())));
			return;
		}
		StoredLine line = (draft.id() != null) ? existing(order, draft.id())
				: added(order, (draft.kind() == ChargeLine.Kind.FEE) ? StoredLine.Kind.FEE : StoredLine.Kind.SHIPPING,
						(created) -> created.quantity(1));
		if (draft.name() != null) {
			line.name(draft.name());
		}
		line.method((draft.methodId() != null) ? draft.methodId() : line.methodId(),
				(draft.instanceId() != null) ? draft.instanceId() : line.instanceId());
		line.taxed((draft.taxClass() != null) ? draft.taxClass() : line.taxClass(),
				(draft.taxStatus() != null) ? draft.taxStatus() : line.taxStatus());
		if (draft.total() != null) {
			line.amounts(draft.total(), draft.total());
		}
		line.meta(merged(line.meta(), draft.meta()));
	}

	private StoredLine added(StoredOrder order, StoredLine.Kind kind, java.util.function.Consumer<StoredLine> fill) {
		StoredLine line = new StoredLine(this.lineIds.next(), order, kind);
		fill.accept(line);
		order.lines().add(line);
		return line;
	}

	private static StoredLine existing(StoredOrder order, long id) {
		return order.lines()
			.stream()
			.filter((line) -> line.id() == id)
			.findFirst()
			.orElseThrow(() -> new UnknownLine(id));
	}

	/**
	 * Where the order stood, so that it can be found out after it was put in the trash.
	 */
	private List<MetaEntry> trashed(StoredOrder order, Instant now) {
		List<MetaEntry> meta = new ArrayList<>(order.meta());
		meta.removeIf((entry) -> entry.name().startsWith("_wp_trash_meta_"));
		return merged(meta,
				List.of(new MetaEntry(0, "_wp_trash_meta_status",
						"wc-" + order.status().name().toLowerCase(Locale.ROOT).replace('_', '-')),
						new MetaEntry(0, "_wp_trash_meta_time", String.valueOf(now.getEpochSecond()))));
	}

	private List<MetaEntry> merged(List<MetaEntry> present, List<MetaEntry> given) {
		List<MetaEntry> merged = new ArrayList<>(present);
		for (MetaEntry entry : given) {
			if (entry.id() == 0) {
				merged.add(new MetaEntry(this.metaIds.next(), entry.name(), entry.content()));
			}
			else {
				merged.replaceAll((known) -> (known.id() == entry.id()) ? entry : known);
			}
		}
		merged.removeIf((entry) -> entry.content() == null);
		return merged;
	}

}
