package dev.banyan.legacy.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.ordering.Receipts;
import dev.banyan.ordering.UnknownOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code /wc/v3/orders/{id}/receipt}.
 */
@Component
class ReceiptsFace implements Face {

	private static final int LONGEST_DAYS = 3650;

	private final Receipts receipts;

	private final Clock clock;

	ReceiptsFace(Receipts receipts, Clock clock) {
		this.receipts = receipts;
		this.clock = clock;
	}

	@Override
	public void bind(Routes routes) {
		String path = OrdersFace.COLLECTION + "/(?P<id>[\\d]+)/receipt";
		routes.on("POST", path, Action.CREATE, this::issue).on("GET", path, Action.VIEW, this::get);
	}

	private Answer issue(RestRequest request) {
		try {
			return answer(this.receipts.issue(id(request), expires(request), request.isTrue("force_new")), request);
		}
		catch (UnknownOrder ex) {
			throw notFound("Order not found");
		}
	}

	private LocalDate expires(RestRequest request) {
		String date = request.string("expiration_date");
		if (date != null && !date.isEmpty()) {
			try {
				return LocalDate.parse(date);
			}
			catch (DateTimeParseException ex) {
				throw new RestError(400, "woocommerce_rest_invalid_expiration_date", date + " is not a valid date");
			}
		}
		int days = Objects.requireNonNullElse(request.integer("expiration_days"), 1);
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(Math.clamp(days, 1, LONGEST_DAYS));
	}

	private Answer get(RestRequest request) {
		return answer(this.receipts.ofOrder(id(request)).orElseThrow(() -> notFound("Receipt not found")), request);
	}

	private static long id(RestRequest request) {
		return Objects.requireNonNullElse(request.longValue("id"), 0L);
	}

	private static RestError notFound(String message) {
		return new RestError(404, "woocommerce_rest_not_found", message);
	}

	private static Answer answer(Receipts.Receipt receipt, RestRequest request) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("receipt_url", request.caller().publicUrl() + ReceiptPage.PATH + "/" + receipt.token());
		body.put("expiration_date", receipt.expiresOn().toString());
		return Answer.ok(body);
	}

}
