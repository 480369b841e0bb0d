package dev.banyan.legacy.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.banyan.catalog.Attribute;
import dev.banyan.catalog.AttributeRefused;
import dev.banyan.catalog.Attributes;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Attributes.
 */
@Component
class AttributesFace implements Face {

	private static final String BASE = "/wc/v3/products/attributes";

	private final Attributes attributes;

	AttributesFace(Attributes attributes) {
		this.attributes = attributes;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(BASE)
			.list(this::list)
			.create(this::create)
			.get(this::get)
			.update(this::update)
			.delete(this::delete)
			.batch();
	}

	private Answer list(RestRequest request) {
		List<Attribute> all = this.attributes.all();
		return Answer.page(all.stream().map((attribute) -> json(attribute, request, true)).toList(), all.size());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(json(attribute(request), request, true));
	}

	private Answer create(RestRequest request) {
		if (request.string("name", "").isBlank()) {
			throw new RestError(400, "missing_attribute_name", "Please, provide an attribute name.");
		}
		Attribute saved = save(request, new Attribute(0, "", "", "select", "menu_order", false));
		return Answer.created(json(saved, request, true), BASE + "/" + saved.id());
	}

	private Answer update(RestRequest request) {
		return Answer.ok(json(save(request, attribute(request)), request, true));
	}

	private Answer delete(RestRequest request) {
		Attribute attribute = attribute(request);
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported", "Resource does not support trashing.");
		}
		this.attributes.delete(attribute.id());
		request.gone();
		return Answer.ok(json(attribute, request, false));
	}

	private Attribute attribute(RestRequest request) {
		return this.attributes.attribute(Objects.requireNonNullElse(request.longValue("id"), 0L)).orElseThrow(() -> {
			request.gone();
			return new RestError(404, "woocommerce_rest_taxonomy_invalid", "Resource does not exist.");
		});
	}

	private Attribute save(RestRequest request, Attribute before) {
		String name = Texts.line(request.string("name", ""));
		Boolean archives = request.bool("has_archives");
		try {
			return this.attributes.save(new Attribute(before.id(), name.isEmpty() ? before.name() : name,
					request.string("slug", before.slug()),
					known(request.string("type"), List.of("select"), before.type()), known(request.string("order_by"),
							List.of("menu_order", "name", "name_num", "id"), before.orderBy()),
					(archives != null) ? archives : before.archives()));
		}
		catch (AttributeRefused ex) {
			throw new RestError(400,
					(before.id() == 0) ? "woocommerce_rest_cannot_create" : "woocommerce_rest_cannot_edit",
					message(ex));
		}
	}

	private static String known(@Nullable String given, List<String> known, String otherwise) {
		return (given != null && known.contains(given)) ? given : otherwise;
	}

	private static String message(AttributeRefused refused) {
		String slug = "Slug \"" + refused.slug() + "\" is ";
		return switch (refused.reason()) {
			case TAKEN -> slug + "already in use. Change it, please.";
			case TOO_LONG -> slug + "too long (28 characters max). Shorten it, please.";
			case RESERVED -> slug + "not allowed because it is a reserved term. Change it, please.";
		};
	}

	private static Map<String, @Nullable Object> json(Attribute attribute, RestRequest request, boolean there) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", attribute.id());
		json.put("name", attribute.name());
		json.put("slug", attribute.slug());
		json.put("type", attribute.type());
		json.put("order_by", attribute.orderBy());
		json.put("has_archives", attribute.archives());
		String self = BASE + "/" + attribute.id();
		Map<String, Object> links = request.links(self, BASE);
		if (!there) {
			links.put("self", request.link(self));
		}
		json.put("_links", links);
		return json;
	}

}
