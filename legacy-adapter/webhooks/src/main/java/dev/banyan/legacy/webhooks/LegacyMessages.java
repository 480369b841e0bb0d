package dev.banyan.legacy.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.banyan.legacy.protocol.Resources;
import dev.banyan.webhooks.Delivery;
import dev.banyan.webhooks.MessageFormat;
import dev.banyan.webhooks.Webhook;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Messages as existing receivers know them: the resource's JSON, {@code X-WC-Webhook-}
 * headers, signed with base64 of HMAC-SHA256 over the body.
 */
@Component
class LegacyMessages implements MessageFormat {

	private static final Map<String, String> PATHS = Map.of("order", "/wc/v3/orders/", "product", "/wc/v3/products/",
			"customer", "/wc/v3/customers/", "coupon", "/wc/v3/coupons/");

	private final ObjectProvider<Resources> resources;

	private final URI publicUrl;

	/** The faces know webhooks, and webhooks know the faces: these are looked up late. */
	LegacyMessages(ObjectProvider<Resources> resources,
			@Value("${banyan.webhooks.public-url:${BANYAN_PUBLIC_URL:http://localhost:8080}}") URI publicUrl) {
		this.resources = resources;
		this.publicUrl = publicUrl;
	}

	@Override
	public Optional<Body> body(String resource, String event, long id, long parentId) {
		if (event.equals("deleted")) {
			return Optional.of(new Body("application/json", "{\"id\":" + id + "}"));
		}
		String path = (parentId != 0) ? PATHS.get(resource) + parentId + "/variations/" + id : PATHS.get(resource) + id;
		return this.resources.getObject().json(path, this.publicUrl).map((json) -> new Body("application/json", json));
	}

	@Override
	public Body ping(long webhookId) {
		return new Body("application/x-www-form-urlencoded", "webhook_id=" + webhookId);
	}

	@Override
	public Map<String, String> headers(Webhook webhook, Delivery delivery) {
		String topic = delivery.topic().equals("ping") ? webhook.topic() : delivery.topic();
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", delivery.contentType());
		headers.put("X-WC-Webhook-Source", this.publicUrl + "/");
		headers.put("X-WC-Webhook-Topic", topic);
		headers.put("X-WC-Webhook-Resource", Topics.resource(topic));
		headers.put("X-WC-Webhook-Event", Topics.event(topic));
		headers.put("X-WC-Webhook-Signature", signature(webhook.secret(), delivery.body()));
		headers.put("X-WC-Webhook-ID", String.valueOf(webhook.id()));
		headers.put("X-WC-Webhook-Delivery-ID", delivery.id());
		return headers;
	}

	static String signature(String secret, String body) {
		if (secret.isEmpty()) {
			return "";
		}
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
