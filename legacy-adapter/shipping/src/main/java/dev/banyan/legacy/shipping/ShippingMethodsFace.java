package dev.banyan.legacy.shipping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;

import org.springframework.stereotype.Component;

@Component
class ShippingMethodsFace implements Face {

	private static final String PATH = "/wc/v3/shipping_methods";

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH, Action.LIST, this::list).on("GET", PATH + "/(?P<id>[\\w-]+)", Action.VIEW, this::get);
	}

	private Answer list(RestRequest request) {
		List<Map<String, Object>> items = new ArrayList<>();
		for (MethodType type : MethodType.ALL) {
			items.add(body(request, type));
		}
		return Answer.page(items, items.size());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(body(request, MethodType.of(request.string("id", ""))
			.orElseThrow(
					() -> new RestError(404, "woocommerce_rest_shipping_method_invalid", "Resource does not exist."))));
	}

	private static Map<String, Object> body(RestRequest request, MethodType type) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", type.id());
		body.put("title", type.title());
		body.put("description", type.description());
		body.put("_links", request.links(PATH + "/" + type.id(), PATH));
		return body;
	}

}
