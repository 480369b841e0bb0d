package dev.banyan.webhooks.internal;

import java.util.List;

import dev.banyan.webhooks.Deliveries;
import dev.banyan.webhooks.Delivery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * Shows the deliveries to a webhook and sends one again.
 */
@Component
@Endpoint(id = "webhooks")
class WebhooksEndpoint {

	private final Deliveries deliveries;

	WebhooksEndpoint(Deliveries deliveries) {
		this.deliveries = deliveries;
	}

	@ReadOperation
	List<Delivery> latest(@Selector long webhook, @Nullable Integer limit) {
		return this.deliveries.latest(webhook, (limit != null) ? Math.clamp(limit, 1, 1000) : 50);
	}

	@WriteOperation
	Delivery replay(@Selector String delivery) {
		return this.deliveries.replay(delivery)
			.orElseThrow(() -> new InvalidEndpointRequestException("There is no delivery " + delivery, "delivery"));
	}

}
