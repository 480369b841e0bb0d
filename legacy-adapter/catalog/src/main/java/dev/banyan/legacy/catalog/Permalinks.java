package dev.banyan.legacy.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.legacy.protocol.RestRequest;

/**
 * Where shoppers see products.
 */
final class Permalinks {

	private Permalinks() {
	}

	static String of(Product product, RestRequest request) {
		String shop = request.caller().publicUrl().toString();
		Product.Parent parent = product.parent();
		if (parent != null) {
			String own = of(shop, product.parentId(), parent.slug(), parent.content().status());
			String choices = product.choices()
				.stream()
				.map((choice) -> "attribute_" + encoded(choice.slug()) + "=" + encoded(choice.option()))
				.collect(Collectors.joining("&"));
			return choices.isEmpty() ? own : own + (own.contains("?") ? "&" : "?") + choices;
		}
		return of(shop, product.id(), product.content().texts().slug(), product.content().status());
	}

	private static String of(String shop, long id, String slug, ProductStatus status) {
		return switch (status) {
			case PUBLISH, PRIVATE -> shop + "/product/" + slug + "/";
			default -> shop + "/?post_type=product&p=" + id;
		};
	}

	static String template(RestRequest request) {
		return request.caller().publicUrl() + "/product/%pagename%/";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
