package dev.banyan.legacy.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.banyan.catalog.StoredImage;
import dev.banyan.catalog.Term;
import org.jspecify.annotations.Nullable;

/**
 * Terms as the API shows them.
 */
final class TermJson {

	private TermJson() {
	}

	static Map<String, @Nullable Object> of(Term term, Map<Long, StoredImage> images) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", term.id());
		json.put("name", term.name());
		json.put("slug", term.slug());
		if (term.taxonomy().tree()) {
			json.put("parent", term.parentId());
		}
		json.put("description", term.description());
		if (term.taxonomy().tree()) {
			json.put("display", term.display());
			StoredImage image = images.get(term.imageId());
			json.put("image", (image != null) ? image(image, image.name(), image.alt()) : null);
		}
		if (term.taxonomy().tree() || term.taxonomy().attribute()) {
			json.put("menu_order", term.menuOrder());
		}
		json.put("count", term.count());
		return json;
	}

	static Map<String, @Nullable Object> image(StoredImage image, String name, String alt) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", image.id());
		Dates.put(json, "date_created", image.created());
		Dates.put(json, "date_modified", image.modified());
		json.put("src", image.src());
		json.put("name", name);
		json.put("alt", alt);
		return json;
	}

	/** A term as a product names it. */
	static Map<String, @Nullable Object> named(Term term) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", term.id());
		json.put("name", term.name());
		json.put("slug", term.slug());
		return json;
	}

}
