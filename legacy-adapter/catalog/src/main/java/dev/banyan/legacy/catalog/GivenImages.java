package dev.banyan.legacy.catalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.banyan.catalog.ProductContent.Image;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.StoredImage;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.Values;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Images that a request names by id or by address.
 */
@Component
class GivenImages {

	private final Products products;

	GivenImages(Products products) {
		this.products = products;
	}

	List<Image> images(List<Map<String, @Nullable Object>> given) {
		List<Image> images = new ArrayList<>();
		for (Map<String, @Nullable Object> one : given) {
			Image image = image(one);
			if (image != null) {
				images.add(image);
			}
		}
		return images;
	}

	/** The image that is given; null if none is. */
	@Nullable Image image(Map<String, @Nullable Object> given) {
		long id = Objects.requireNonNullElse(Values.integer(given.get("id")), 0L);
		String src = Objects.requireNonNullElse(Values.string(given.get("src")), "").strip();
		String name = Texts.line(Objects.requireNonNullElse(Values.string(given.get("name")), ""));
		String alt = Texts.line(Objects.requireNonNullElse(Values.string(given.get("alt")), ""));
		if (id == 0) {
			return src.isEmpty() ? null : added(src, name, alt);
		}
		StoredImage stored = this.products.images(Set.of(id)).get(id);
		if (stored == null) {
			throw new RestError(400, "woocommerce_product_invalid_image_id", "#" + id + " is an invalid image ID.");
		}
		return new Image(id, stored.src(), name.isEmpty() ? stored.name() : name, alt.isEmpty() ? stored.alt() : alt);
	}

	private static Image added(String src, String name, String alt) {
		String address = src.contains("://") ? src : "http://" + src;
		if (!valid(address)) {
			throw new RestError(400, "woocommerce_product_image_upload_error",
					"Error getting remote image " + address + ". Error: A valid URL was not provided.");
		}
		String path = Objects.requireNonNullElse(URI.create(address).getPath(), "");
		return new Image(0, address, name.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : name, alt);
	}

	private static boolean valid(String address) {
		try {
			URI uri = URI.create(address);
			return uri.getHost() != null && uri.getHost().contains(".")
					&& Set.of("http", "https").contains(uri.getScheme());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
