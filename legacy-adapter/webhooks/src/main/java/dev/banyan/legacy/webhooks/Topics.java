package dev.banyan.legacy.webhooks;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What webhooks may ask for, and the names by which plug-ins know it.
 */
final class Topics {

	private static final Set<String> EVENTS = Set.of("created", "updated", "deleted", "restored");

	private static final Map<String, List<String>> HOOKS = Map.ofEntries(
			Map.entry("coupon.created", List.of("woocommerce_process_shop_coupon_meta", "woocommerce_new_coupon")),
			Map.entry("coupon.updated", List.of("woocommerce_process_shop_coupon_meta", "woocommerce_update_coupon")),
			Map.entry("coupon.deleted", List.of("wp_trash_post")),
			Map.entry("coupon.restored", List.of("untrashed_post")),
			Map.entry("customer.created",
					List.of("user_register", "woocommerce_created_customer", "woocommerce_new_customer")),
			Map.entry("customer.updated", List.of("profile_update", "woocommerce_update_customer")),
			Map.entry("customer.deleted", List.of("delete_user")),
			Map.entry("order.created", List.of("woocommerce_new_order")),
			Map.entry("order.updated", List.of("woocommerce_update_order", "woocommerce_order_refunded")),
			Map.entry("order.deleted", List.of("wp_trash_post", "woocommerce_trash_order")),
			Map.entry("order.restored", List.of("untrashed_post", "woocommerce_untrash_order")),
			Map.entry("product.created",
					List.of("woocommerce_process_product_meta", "woocommerce_new_product",
							"woocommerce_new_product_variation")),
			Map.entry("product.updated",
					List.of("woocommerce_process_product_meta", "woocommerce_update_product",
							"woocommerce_update_product_variation")),
			Map.entry("product.deleted", List.of("wp_trash_post")),
			Map.entry("product.restored", List.of("untrashed_post")));

	private Topics() {
	}

	/**
	 * A custom action of a plug-in is valid, though nothing of the shop's own raises it.
	 */
	static boolean isValid(String topic) {
		String event = event(topic);
		return resource(topic).equals("action") ? !event.isEmpty()
				: Set.of("coupon", "customer", "order", "product").contains(resource(topic)) && EVENTS.contains(event);
	}

	static String resource(String topic) {
		int dot = topic.indexOf('.');
		return (dot >= 0) ? topic.substring(0, dot) : topic;
	}

	static String event(String topic) {
		int dot = topic.indexOf('.');
		return (dot >= 0) ? topic.substring(dot + 1) : "";
	}

	static List<String> hooks(String topic) {
		return resource(topic).equals("action") ? List.of(event(topic)) : HOOKS.getOrDefault(topic, List.of());
	}

}
