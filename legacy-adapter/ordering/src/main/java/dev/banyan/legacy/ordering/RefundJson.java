package dev.banyan.legacy.ordering;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.SellableItem;
import dev.banyan.legacy.ordering.OrderJson.Money;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.ordering.LineTax;
import dev.banyan.ordering.Refund;
import dev.banyan.ordering.RefundLine;
import dev.banyan.ordering.TaxLine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Refunds as the API shows them: their amount is positive, all lines are negative.
 */
@Component
class RefundJson {

	private static final List<String> ALLOWED = List.of("GET", "DELETE");

	private final Assortment assortment;

	private final OrderJson orderJson;

	RefundJson(Assortment assortment, OrderJson orderJson) {
		this.assortment = assortment;
		this.orderJson = orderJson;
	}

	/** Several refunds; with their order's id if they are of several orders. */
	List<Map<String, @Nullable Object>> render(List<Refund> refunds, boolean withOrder, RestRequest request) {
		Set<Long> ids = refunds.stream()
			.map(Refund::lines)
			.flatMap(Collection::stream)
			.map(RefundLine::itemId)
			.filter((id) -> id != 0)
			.collect(Collectors.toSet());
		Map<Long, SellableItem> items = ids.isEmpty() ? Map.of() : this.assortment.items(ids);
		Money money = new Money(this.orderJson.decimals(request));
		return refunds.stream().map((refund) -> refund(refund, withOrder, items, money, request)).toList();
	}

	Map<String, @Nullable Object> render(Refund refund, RestRequest request) {
		return render(List.of(refund), false, request).getFirst();
	}

	private static Map<String, @Nullable Object> refund(Refund refund, boolean withOrder, Map<Long, SellableItem> items,
			Money money, RestRequest request) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", refund.id());
		if (withOrder) {
			json.put("parent_id", refund.orderId());
		}
		json.put("date_created", Dates.format(refund.createdAt()));
		json.put("date_created_gmt", Dates.format(refund.createdAt()));
		json.put("amount", money.of(refund.amount()));
		json.put("reason", refund.reason());
		json.put("refunded_by", refund.refundedBy());
		json.put("refunded_payment", refund.paid());
		json.put("meta_data", OrderJson.meta(refund.meta()));
		json.put("line_items", of(refund, RefundLine.Kind.GOODS).map((line) -> goods(line, items, money)).toList());
		json.put("shipping_lines", of(refund, RefundLine.Kind.SHIPPING).map((line) -> shipping(line, money)).toList());
		json.put("tax_lines",
				refund.taxLines().stream().map((tax) -> OrderJson.taxLine(negative(tax), money)).toList());
		json.put("fee_lines", of(refund, RefundLine.Kind.FEE).map((line) -> fee(line, money)).toList());
		String collection = OrdersFace.COLLECTION + "/" + refund.orderId() + "/refunds";
		Map<String, Object> links = request.links(collection + "/" + refund.id(), collection, ALLOWED);
		links.put("up", request.link(OrdersFace.COLLECTION + "/" + refund.orderId()));
		json.put("_links", links);
		return json;
	}

	private static java.util.stream.Stream<RefundLine> of(Refund refund, RefundLine.Kind kind) {
		return refund.lines().stream().filter((line) -> line.kind() == kind);
	}

	private static Map<String, @Nullable Object> goods(RefundLine line, Map<Long, SellableItem> items, Money money) {
		SellableItem item = items.get(line.itemId());
		BigDecimal total = line.total().negate();
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", line.id());
		json.put("name", line.name());
		json.put("product_id", line.productId());
		json.put("variation_id", line.variationId());
		json.put("quantity", -line.quantity());
		json.put("tax_class", line.taxClass());
		json.put("subtotal", money.of(total));
		json.put("subtotal_tax", money.of(line.totalTax().negate()));
		json.put("total", money.of(total));
		json.put("total_tax", money.of(line.totalTax().negate()));
		json.put("taxes", OrderJson.taxes(negative(line.taxes())));
		json.put("meta_data", refunded(line));
		json.put("sku", (item != null) ? item.sku() : null);
		json.put("price", OrderJson.unitPrice(total, -line.quantity()));
		json.put("image", OrderJson.image(line.variationId() != 0, item));
		json.put("parent_name", (item != null && line.variationId() != 0) ? item.parentName() : null);
		return json;
	}

	private static Map<String, @Nullable Object> shipping(RefundLine line, Money money) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", line.id());
		json.put("method_title", line.name());
		json.put("method_id", line.methodId());
		json.put("instance_id", line.instanceId());
		charged(json, line, money);
		json.put("tax_status", line.taxStatus());
		json.put("meta_data", refunded(line));
		return json;
	}

	private static Map<String, @Nullable Object> fee(RefundLine line, Money money) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", line.id());
		json.put("name", line.name());
		json.put("tax_class", line.taxClass());
		json.put("tax_status", line.taxStatus());
		json.put("amount", "");
		charged(json, line, money);
		json.put("meta_data", refunded(line));
		return json;
	}

	private static void charged(Map<String, @Nullable Object> json, RefundLine line, Money money) {
		json.put("total", money.of(line.total().negate()));
		json.put("total_tax", money.of(line.totalTax().negate()));
		json.put("taxes", OrderJson.taxes(negative(line.taxes())));
	}

	private static List<Map<String, @Nullable Object>> refunded(RefundLine line) {
		return List.of(OrderJson.shown(line.metaId(), "_refunded_item_id", String.valueOf(line.lineId())));
	}

	private static List<LineTax> negative(List<LineTax> taxes) {
		return taxes.stream()
			.map((tax) -> new LineTax(tax.rateId(), tax.total().negate(),
					(tax.subtotal() != null) ? tax.subtotal().negate() : null))
			.toList();
	}

	private static TaxLine negative(TaxLine tax) {
		return new TaxLine(tax.id(), tax.rateId(), tax.rateCode(), tax.label(), tax.compound(), tax.percent(),
				tax.goods().negate(), tax.shipping().negate());
	}

}
