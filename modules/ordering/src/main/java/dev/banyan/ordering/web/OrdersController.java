package dev.banyan.ordering.web;

import java.net.URI;
import java.time.Clock;

import dev.banyan.ordering.Order;
import dev.banyan.ordering.OrderPlacement;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.runtime.caller.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {

	private static final int LONGEST_KEY = 150;

	private final OrderPlacement placement;

	private final Orders orders;

	private final Clock clock;

	OrdersController(OrderPlacement placement, Orders orders, Clock clock) {
		this.placement = placement;
		this.orders = orders;
		this.clock = clock;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<OrderBody> place(@RequestHeader("Idempotency-Key") String key, @RequestBody PlaceOrderBody body) {
		Caller caller = caller();
		require(caller.permissions().canWrite());
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new InvalidField("Idempotency-Key", "has 1 to " + LONGEST_KEY + " characters");
		}
		Order order = this.placement.place(body.toCommand(caller.consumer() + ":" + key));
		return ResponseEntity.created(URI.create("/api/v1/orders/" + order.id())).body(OrderBody.of(order));
	}

	@GetMapping("/{id}")
	OrderBody get(@PathVariable long id) {
		require(caller().permissions().canRead());
		return OrderBody.of(this.orders.find(id).orElseThrow(() -> new UnknownOrder(id)));
	}

	@PatchMapping("/{id}")
	OrderBody date(@PathVariable long id, @RequestBody DateOrderBody body) {
		require(caller().permissions().canWrite());
		if (body.createdAt() == null || body.createdAt().isAfter(this.clock.instant())) {
			throw new InvalidField("createdAt", "is a time that is not in the future, such as 2026-01-31T12:00:00Z");
		}
		return OrderBody.of(this.orders.date(id, body.createdAt()));
	}

	@PostMapping("/{id}/cancellation")
	OrderBody cancel(@PathVariable long id) {
		require(caller().permissions().canWrite());
		return OrderBody.of(this.placement.cancel(id));
	}

	private static Caller caller() {
		Caller caller = Caller.current();
		if (caller.kind() != Caller.Kind.KEY && caller.kind() != Caller.Kind.USER) {
			throw problem(HttpStatus.UNAUTHORIZED, "An accepted key is needed.");
		}
		return caller;
	}

	private static void require(boolean permitted) {
		if (!permitted) {
			throw problem(HttpStatus.FORBIDDEN, "The key does not permit this.");
		}
	}

	private static ErrorResponseException problem(HttpStatus status, String detail) {
		return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
	}

}
