package dev.banyan.legacy.webhooks;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.webhooks.Webhook;
import dev.banyan.webhooks.WebhookQuery;
import dev.banyan.webhooks.WebhookStatus;
import dev.banyan.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class WebhooksFace implements Face {

	private static final String PATH = "/wc/v3/webhooks";

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int LONGEST_URL = 2000;

	private static final int LONGEST_TEXT = 190;

	private final Webhooks webhooks;

	WebhooksFace(Webhooks webhooks) {
		this.webhooks = webhooks;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(PATH)
			.list(this::list)
			.create(this::create)
			.get((request) -> Answer.ok(body(request, known(request, 404))))
			.update(this::update)
			.delete(this::delete)
			.batch();
	}

	private Answer list(RestRequest request) {
		String status = request.string("status", "all");
		WebhookQuery.Sort sort = switch (request.string("orderby", "date")) {
			case "id" -> WebhookQuery.Sort.ID;
			case "title" -> WebhookQuery.Sort.NAME;
			default -> WebhookQuery.Sort.CREATED;
		};
		WebhookQuery query = new WebhookQuery(status.equals("all") ? null : status(status), request.string("search"),
				instant(request.string("after")), instant(request.string("before")), request.ids("include"),
				request.ids("exclude"), sort, request.string("order", "desc").equals("desc"), request.offset(),
				request.perPage());
		List<Map<String, @Nullable Object>> items = new ArrayList<>();
		this.webhooks.find(query).forEach((webhook) -> items.add(body(request, webhook)));
		return Answer.page(items, this.webhooks.count(query));
	}

	/** A given status is ignored, as recorded: a new webhook is active. */
	private Answer create(RestRequest request) {
		String topic = validTopic(request);
		String url = request.string("delivery_url", "");
		if (!isAddress(url)) {
			throw new RestError(400, "woocommerce_rest_shop_webhook_invalid_delivery_url",
					"Webhook delivery URL must be a valid URL starting with http:// or https://.");
		}
		String name = request.string("name", "").strip();
		if (name.isEmpty()) {
			name = "Webhook created on " + DateTimeFormatter.ofPattern("MMM dd, yyyy @ hh:mm a", Locale.ENGLISH)
				.format(LocalDateTime.now(ZoneOffset.UTC));
		}
		String secret = request.string("secret", "");
		Webhook added = this.webhooks.add(new Webhook(0, shortened(name), WebhookStatus.ACTIVE, topic, url,
				shortened(secret.isEmpty() ? randomSecret() : secret), Instant.EPOCH, null));
		return Answer.created(body(request, added), PATH + "/" + added.id());
	}

	private Answer update(RestRequest request) {
		Webhook before = known(request, 400);
		String topic = request.isSet("topic") ? validTopic(request) : before.topic();
		String url = request.string("delivery_url", before.deliveryUrl());
		if (!isAddress(url)) {
			throw new RestError(400, "woocommerce_rest_shop_webhook_invalid_delivery_url",
					"Webhook delivery URL must be a valid URL starting with http:// or https://.");
		}
		String status = request.string("status");
		Webhook changed = new Webhook(before.id(), shortened(request.string("name", before.name())),
				(status != null) ? status(status) : before.status(), topic, url,
				shortened(request.string("secret", before.secret())), before.createdAt(), before.modifiedAt());
		return Answer.ok(body(request, this.webhooks.replace(changed).orElseThrow(() -> unknown(400))));
	}

	private Answer delete(RestRequest request) {
		Webhook webhook = known(request, 404);
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported", "Webhooks do not support trashing.");
		}
		this.webhooks.remove(webhook.id());
		return Answer.ok(body(request, webhook));
	}

	private static String validTopic(RestRequest request) {
		String topic = request.string("topic", "").toLowerCase(Locale.ROOT);
		if (!Topics.isValid(topic) || topic.length() > LONGEST_TEXT) {
			throw new RestError(400, "woocommerce_rest_shop_webhook_invalid_topic",
					"Webhook topic is required and must be valid.");
		}
		return topic;
	}

	private static boolean isAddress(String url) {
		try {
			URI uri = URI.create(url);
			return url.length() <= LONGEST_URL && uri.getHost() != null
					&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static WebhookStatus status(String status) {
		return switch (status) {
			case "active" -> WebhookStatus.ACTIVE;
			case "paused" -> WebhookStatus.PAUSED;
			case "disabled" -> WebhookStatus.DISABLED;
			default -> throw new RestError(400, "woocommerce_rest_shop_webhook_invalid_status",
					"Webhook status must be valid.");
		};
	}

	private static String randomSecret() {
		byte[] secret = new byte[32];
		RANDOM.nextBytes(secret);
		return HexFormat.of().formatHex(secret);
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT) : text;
	}

	private Webhook known(RestRequest request, int otherwise) {
		Long id = request.longValue("id");
		return this.webhooks.find((id != null) ? id : 0).orElseThrow(() -> unknown(otherwise));
	}

	private static RestError unknown(int status) {
		return new RestError(status, "woocommerce_rest_shop_webhook_invalid_id", "ID is invalid.");
	}

	private static @Nullable Instant instant(@Nullable String date) {
		if (date == null || date.isEmpty()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(date).toInstant();
		}
		catch (DateTimeParseException ex) {
			try {
				return LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
			}
			catch (DateTimeParseException unreadable) {
				return null;
			}
		}
	}

	private static Map<String, @Nullable Object> body(RestRequest request, Webhook webhook) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("id", webhook.id());
		body.put("name", webhook.name());
		body.put("status", webhook.status().name().toLowerCase(Locale.ROOT));
		body.put("topic", webhook.topic());
		body.put("resource", Topics.resource(webhook.topic()));
		body.put("event", Topics.event(webhook.topic()));
		body.put("hooks", Topics.hooks(webhook.topic()));
		body.put("delivery_url", webhook.deliveryUrl());
		body.put("date_created", date(webhook.createdAt()));
		body.put("date_created_gmt", date(webhook.createdAt()));
		body.put("date_modified", date(webhook.modifiedAt()));
		body.put("date_modified_gmt", date(webhook.modifiedAt()));
		body.put("_links", request.links(PATH + "/" + webhook.id(), PATH));
		return body;
	}

	private static @Nullable String date(@Nullable Instant instant) {
		return (instant != null) ? SECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) : null;
	}

}
