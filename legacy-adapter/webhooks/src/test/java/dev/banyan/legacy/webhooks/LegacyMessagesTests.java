package dev.banyan.legacy.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.banyan.legacy.protocol.Resources;
import dev.banyan.webhooks.Delivery;
import dev.banyan.webhooks.DeliveryState;
import dev.banyan.webhooks.MessageFormat;
import dev.banyan.webhooks.Webhook;
import dev.banyan.webhooks.WebhookStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class LegacyMessagesTests {

	private static final URI SHOP = URI.create("https://shop.example");

	/** Made by {@code openssl dgst -sha256 -hmac "tops3cret ü" -binary | base64}. */
	private static final String SIGNATURE = "ECuzaIkvUfjFLxEiYRhVo38Vc5TW0edFSJ0PBvXL6to=";

	private static final String BODY = "{\"id\":17,\"name\":\"K\\u00e4se \\/ caf\\u00e9\",\"total\":\"12.50\"}";

	private final LegacyMessages messages = new LegacyMessages(
			new StaticListableBeanFactory(Map.of("resources", (Resources) LegacyMessagesTests::shown))
				.getBeanProvider(Resources.class),
			SHOP);

	private static Optional<String> shown(String path, URI publicUrl) {
		return path.endsWith("/404") ? Optional.empty() : Optional.of(path + " of " + publicUrl);
	}

	@Test
	void signsTheExactBodyAsReceiversCheckIt() {
		assertThat(this.messages.headers(webhook("order.created", "tops3cret ü"), delivery("order.created", BODY)))
			.containsEntry("X-WC-Webhook-Signature", SIGNATURE);
	}

	@Test
	void namesWhatItTells() {
		assertThat(this.messages.headers(webhook("order.created", "secret"), delivery("order.created", BODY)))
			.containsEntry("X-WC-Webhook-Source", "https://shop.example/")
			.containsEntry("X-WC-Webhook-Topic", "order.created")
			.containsEntry("X-WC-Webhook-Resource", "order")
			.containsEntry("X-WC-Webhook-Event", "created")
			.containsEntry("X-WC-Webhook-ID", "3")
			.containsEntry("X-WC-Webhook-Delivery-ID", "a-delivery")
			.containsEntry("Content-Type", "application/json");
	}

	@Test
	void keepsTheTopicOfAMessageThoughTheWebhookAsksForAnotherByNow() {
		Webhook changed = webhook("customer.deleted", "secret");
		assertThat(this.messages.headers(changed, delivery("order.created", BODY)))
			.containsEntry("X-WC-Webhook-Topic", "order.created")
			.containsEntry("X-WC-Webhook-Resource", "order");
		assertThat(this.messages.headers(changed, delivery("ping", "webhook_id=3"))).containsEntry("X-WC-Webhook-Topic",
				"customer.deleted");
	}

	@ParameterizedTest
	@CsvSource({ "order,0,/wc/v3/orders/7", "product,0,/wc/v3/products/7", "product,5,/wc/v3/products/5/variations/7",
			"customer,0,/wc/v3/customers/7", "coupon,0,/wc/v3/coupons/7" })
	void showsAResourceAsItsEndpointDoes(String resource, long parent, String path) {
		assertThat(this.messages.body(resource, "updated", 7, parent))
			.hasValue(new MessageFormat.Body("application/json", path + " of https://shop.example"));
	}

	@Test
	void tellsTheIdOfWhatIsGoneAndNothingOfWhatWentBeforeItCouldBeShown() {
		assertThat(this.messages.body("order", "deleted", 404, 0))
			.hasValue(new MessageFormat.Body("application/json", "{\"id\":404}"));
		assertThat(this.messages.body("order", "updated", 404, 0)).isEmpty();
	}

	@Test
	void greetsANewWebhookWithAForm() {
		assertThat(this.messages.ping(3))
			.isEqualTo(new MessageFormat.Body("application/x-www-form-urlencoded", "webhook_id=3"));
	}

	private static Webhook webhook(String topic, String secret) {
		return new Webhook(3, "ERP", WebhookStatus.ACTIVE, topic, "https://erp.example/", secret, Instant.EPOCH, null);
	}

	private static Delivery delivery(String topic, String body) {
		return new Delivery("a-delivery", 3, topic, "application/json", body, DeliveryState.PENDING, 1, Instant.EPOCH,
				Instant.EPOCH, null, null);
	}

}
