package dev.banyan.webhooks.internal;

import dev.banyan.promotions.CouponAdded;
import dev.banyan.promotions.CouponChanged;
import dev.banyan.promotions.CouponRemoved;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Queues what promotions tells. Outside a transaction, for the message is rendered from
 * the owners' seams; queueing an event again changes nothing.
 */
@Component
class PromotionsListener {

	private final DeliveryQueue queue;

	PromotionsListener(DeliveryQueue queue) {
		this.queue = queue;
	}

	@ApplicationModuleListener(id = "webhooks.coupon-added", propagation = Propagation.NOT_SUPPORTED)
	void on(CouponAdded event) {
		this.queue.queue("coupon", "created", event.couponId(), 0, event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.coupon-changed", propagation = Propagation.NOT_SUPPORTED)
	void on(CouponChanged event) {
		this.queue.queue("coupon", trashing(event.before(), event.status()), event.couponId(), 0, event.eventId());
	}

	@ApplicationModuleListener(id = "webhooks.coupon-removed", propagation = Propagation.NOT_SUPPORTED)
	void on(CouponRemoved event) {
		this.queue.queue("coupon", "deleted", event.couponId(), 0, event.eventId());
	}

	/** Going to the trash is told as a deletion, coming back as a restoration. */
	private static String trashing(String before, String after) {
		boolean wasTrash = "trash".equals(before);
		boolean isTrash = "trash".equals(after);
		return (wasTrash == isTrash) ? "updated" : (isTrash ? "deleted" : "restored");
	}

}
