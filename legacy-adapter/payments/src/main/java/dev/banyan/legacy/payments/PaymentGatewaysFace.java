package dev.banyan.legacy.payments;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.legacy.protocol.Values;
import dev.banyan.payments.GatewayChange;
import dev.banyan.payments.GatewaySetting;
import dev.banyan.payments.Gateways;
import dev.banyan.payments.PaymentGateway;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code /wc/v3/payment_gateways}.
 */
@Component
class PaymentGatewaysFace implements Face {

	private static final String COLLECTION = "/wc/v3/payment_gateways";

	private static final List<String> ALLOWED = List.of("GET", "POST", "PUT", "PATCH");

	private final Gateways gateways;

	private final DeliveryChoices deliveryChoices;

	PaymentGatewaysFace(Gateways gateways, DeliveryChoices deliveryChoices) {
		this.gateways = gateways;
		this.deliveryChoices = deliveryChoices;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(COLLECTION, "/(?P<id>[\\w-]+)").list(this::list).get(this::get).update(this::update);
	}

	private Answer list(RestRequest request) {
		List<PaymentGateway> all = this.gateways.all();
		return Answer.page(all.stream().map((gateway) -> body(gateway, request)).toList(), all.size());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(body(existing(request), request));
	}

	private Answer update(RestRequest request) {
		PaymentGateway before = existing(request);
		Map<String, @Nullable Object> given = request.object("settings");
		Map<String, String> settings = new HashMap<>();
		for (GatewaySetting setting : before.settings()) {
			if (given.containsKey(setting.id())) {
				settings.put(setting.id(), valid(setting, given.get(setting.id())));
			}
		}
		String order = request.string("order");
		Long position = Values.integer(order);
		GatewayChange change = new GatewayChange(request.bool("enabled"), request.string("title"),
				request.string("description"),
				(position != null) ? Math.toIntExact(Math.clamp(position, -9999, 9999)) : null, settings);
		return Answer
			.ok(body(this.gateways.change(before.id(), change).orElseThrow(PaymentGatewaysFace::unknown), request));
	}

	private String valid(GatewaySetting setting, @Nullable Object given) {
		String text = Values.string(given);
		return switch (setting.type()) {
			case "checkbox" -> {
				if (text == null || !Set.of("yes", "no").contains(text)) {
					throw invalid();
				}
				yield text;
			}
			case "multiselect" -> {
				Set<String> choices = this.deliveryChoices.current()
					.values()
					.stream()
					.flatMap((group) -> group.keySet().stream())
					.collect(Collectors.toSet());
				List<String> chosen = Values.list(given).stream().map(Values::string).map(String::valueOf).toList();
				if (!choices.containsAll(chosen)) {
					throw invalid();
				}
				yield String.join(",", chosen);
			}
			default -> {
				if (given instanceof Map<?, ?> || given instanceof List<?>) {
					throw invalid();
				}
				yield (text != null) ? text.strip() : "";
			}
		};
	}

	private static RestError invalid() {
		return new RestError(400, "rest_setting_value_invalid", "An invalid setting value was passed.");
	}

	private PaymentGateway existing(RestRequest request) {
		return this.gateways.find(request.string("id", "")).orElseThrow(PaymentGatewaysFace::unknown);
	}

	private static RestError unknown() {
		return new RestError(404, "woocommerce_rest_payment_gateway_invalid", "Resource does not exist.");
	}

	private Map<String, @Nullable Object> body(PaymentGateway gateway, RestRequest request) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("id", gateway.id());
		body.put("title", gateway.title());
		body.put("description", gateway.description());
		body.put("order", (gateway.position() != null) ? gateway.position() : "");
		body.put("enabled", gateway.enabled());
		body.put("method_title", gateway.methodTitle());
		body.put("method_description", gateway.methodDescription());
		body.put("method_supports", List.copyOf(gateway.supports()));
		Map<String, Object> settings = new LinkedHashMap<>();
		gateway.settings().forEach((setting) -> settings.put(setting.id(), setting(setting)));
		body.put("settings", settings);
		body.put("needs_setup", false);
		body.put("post_install_scripts", List.of());
		body.put("settings_url", request.caller().publicUrl()
				+ "/wp-admin/admin.php?page=wc-settings&tab=checkout&section=" + gateway.id());
		body.put("connection_url", null);
		body.put("setup_help_text", null);
		body.put("required_settings_keys", List.of());
		body.put("_links", request.links(COLLECTION + "/" + gateway.id(), COLLECTION, ALLOWED));
		return body;
	}

	private Map<String, @Nullable Object> setting(GatewaySetting setting) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		boolean several = setting.type().equals("multiselect");
		body.put("id", setting.id());
		body.put("label", setting.label());
		body.put("description", setting.description());
		body.put("type", setting.type());
		body.put("value",
				(several && !setting.content().isEmpty()) ? List.of(setting.content().split(",")) : setting.content());
		body.put("default", setting.fallback());
		body.put("tip", setting.description());
		body.put("placeholder", "");
		if (several) {
			body.put("options", this.deliveryChoices.current());
		}
		return body;
	}

}
