package dev.banyan.legacy.catalog;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.banyan.catalog.Attributes;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.Terms;
import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;

import org.springframework.stereotype.Component;

/**
 * Categories, tags, brands, shipping classes and the terms of attributes.
 */
@Component
class TermsFace implements Face {

	private static final Pattern ATTRIBUTE = Pattern.compile("/attributes/(\\d+)/");

	private final Terms terms;

	private final Attributes attributes;

	private final Products products;

	private final GivenImages images;

	TermsFace(Terms terms, Attributes attributes, Products products, GivenImages images) {
		this.terms = terms;
		this.attributes = attributes;
		this.products = products;
		this.images = images;
	}

	@Override
	public void bind(Routes routes) {
		bind(routes, "/wc/v3/products/categories", handlers(Taxonomy.CATEGORY));
		bind(routes, "/wc/v3/products/tags", handlers(Taxonomy.TAG));
		bind(routes, "/wc/v3/products/brands", handlers(Taxonomy.BRAND));
		TermHandlers shipping = handlers(Taxonomy.SHIPPING_CLASS);
		bind(routes, "/wc/v3/products/shipping_classes", shipping);
		routes.on("GET", "/wc/v3/products/shipping_classes/slug-suggestion", Action.LIST, shipping::suggestSlug);
		bind(routes, "/wc/v3/products/attributes/(?P<attribute_id>[\\d]+)/terms",
				new TermHandlers(this.terms, this.products, this.images, this::ofAttribute));
	}

	private TermHandlers handlers(Taxonomy taxonomy) {
		return new TermHandlers(this.terms, this.products, this.images, (request) -> taxonomy);
	}

	private static void bind(Routes routes, String collection, TermHandlers handlers) {
		routes.resource(collection)
			.list(handlers::list)
			.create(handlers::create)
			.get(handlers::get)
			.update(handlers::update)
			.delete(handlers::delete)
			.batch();
	}

	private Taxonomy ofAttribute(RestRequest request) {
		Matcher path = ATTRIBUTE.matcher(request.path());
		long id = path.find() ? parsed(path.group(1))
				: Objects.requireNonNullElse(request.longValue("attribute_id"), 0L);
		if (this.attributes.attribute(id).isEmpty()) {
			request.gone();
			throw new RestError(404, "woocommerce_rest_taxonomy_invalid", "Taxonomy does not exist.");
		}
		return Taxonomy.ofAttribute(id);
	}

	private static long parsed(String digits) {
		return (digits.length() < 19) ? Long.parseLong(digits) : 0;
	}

}
