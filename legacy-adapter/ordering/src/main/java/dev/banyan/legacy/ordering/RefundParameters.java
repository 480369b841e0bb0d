package dev.banyan.legacy.ordering;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Values;
import dev.banyan.ordering.RefundDraft;
import dev.banyan.ordering.RefundQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads refunds and queries for them from the API's parameters.
 */
final class RefundParameters {

	private RefundParameters() {
	}

	static RefundDraft draft(RestRequest request, long orderId) {
		BigDecimal amount = OrderParameters.amount(request.get("amount"));
		List<RefundDraft.Line> lines = Stream.of("line_items", "shipping_lines", "fee_lines")
			.flatMap((name) -> Values.list(request.get(name)).stream())
			.filter((line) -> line instanceof Map<?, ?>)
			.map(Values::object)
			.map(RefundParameters::line)
			.toList();
		return new RefundDraft(orderId, (amount != null && amount.signum() != 0) ? amount : null,
				request.string("reason", ""),
				Objects.requireNonNullElse(request.longValue("refunded_by"), ShopOwner.ID),
				request.isTrue("api_refund"), request.isTrue("api_restock"), lines,
				OrderParameters.meta(request.get("meta_data")));
	}

	private static RefundDraft.Line line(Map<String, @Nullable Object> line) {
		Long id = Values.integer(line.get("id"));
		Long quantity = Values.integer(line.get("quantity"));
		BigDecimal total = OrderParameters.amount(line.get("refund_total"));
		Map<Long, BigDecimal> taxes = new LinkedHashMap<>();
		Values.list(line.get("refund_tax"))
			.stream()
			.filter((tax) -> tax instanceof Map<?, ?>)
			.map(Values::object)
			.forEach((tax) -> {
				Long rate = Values.integer(tax.get("id"));
				BigDecimal amount = OrderParameters.amount(tax.get("refund_total"));
				if (rate != null && amount != null) {
					taxes.merge(rate, amount, BigDecimal::add);
				}
			});
		return new RefundDraft.Line((id != null) ? id : 0,
				(quantity != null) ? (int) Math.clamp(quantity, 0, 1_000_000) : 0,
				(total != null) ? total : BigDecimal.ZERO, taxes);
	}

	static RefundQuery query(RestRequest request, List<Long> orderIds) {
		return new RefundQuery(orderIds, request.ids("include"), request.ids("exclude"),
				Dates.parse(request.string("after")), Dates.parse(request.string("before")),
				"id".equals(request.string("orderby")), !"asc".equals(request.string("order")), request.offset(),
				request.perPage());
	}

}
