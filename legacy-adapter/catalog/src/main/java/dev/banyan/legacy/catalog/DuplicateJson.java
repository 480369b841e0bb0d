package dev.banyan.legacy.catalog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Image;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a product as the shop answers it: in a form of its own.
 */
final class DuplicateJson {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'.000000'");

	private DuplicateJson() {
	}

	static Map<String, @Nullable Object> of(Product product) {
		ProductContent content = product.content();
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", product.id());
		json.put("name", content.texts().name());
		json.put("slug", content.texts().slug());
		json.put("date_created", time(product.created()));
		json.put("date_modified", time(product.modified()));
		json.put("status", Texts.lower(content.status()));
		json.put("featured", content.listing().featured());
		json.put("catalog_visibility", Texts.lower(content.listing().visibility()));
		json.put("description", content.texts().description());
		json.put("short_description", content.texts().shortDescription());
		json.put("sku", content.codes().sku());
		json.put("global_unique_id", content.codes().globalUniqueId());
		json.put("price", product.price().amount());
		json.put("regular_price", content.pricing().regular());
		json.put("sale_price", content.pricing().sale());
		json.put("date_on_sale_from", time(content.pricing().saleFrom()));
		json.put("date_on_sale_to", time(content.pricing().saleTo()));
		json.put("total_sales", product.sold());
		json.put("tax_status", Texts.lower(content.tax().status()));
		json.put("tax_class", content.tax().taxClass());
		stock(json, product);
		shipping(json, content);
		json.put("upsell_ids", content.relations().upsells());
		json.put("cross_sell_ids", content.relations().crossSells());
		json.put("parent_id", ProductJson.parent(product));
		json.put("reviews_allowed", content.listing().reviewsAllowed());
		json.put("purchase_note", content.texts().purchaseNote());
		json.put("attributes", attributes(product));
		json.put("default_attributes", defaults(product));
		json.put("menu_order", content.listing().menuOrder());
		json.put("post_password", content.texts().password());
		json.put("virtual", content.shipping().virtual());
		json.put("downloadable", content.downloads().downloadable());
		json.put("category_ids", content.assignments().categories());
		json.put("tag_ids", content.assignments().tags());
		json.put("shipping_class_id", content.shipping().classId());
		files(json, content);
		json.put("rating_counts", List.of());
		json.put("average_rating", "0");
		json.put("review_count", 0);
		json.put("cogs_value", null);
		json.put("meta_data", MetaJson.of(content.meta()));
		return json;
	}

	private static @Nullable Map<String, Object> time(@Nullable Instant instant) {
		if (instant == null) {
			return null;
		}
		Map<String, Object> time = new LinkedHashMap<>();
		time.put("date", TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
		time.put("timezone_type", 1);
		time.put("timezone", "+00:00");
		return time;
	}

	private static void stock(Map<String, @Nullable Object> json, Product product) {
		ProductContent.StockTerms terms = product.content().stock();
		json.put("manage_stock", terms.managed());
		json.put("stock_quantity", terms.managed() ? product.stock().quantity() : null);
		json.put("stock_status", ProductJson.status(product.stock().status()));
		json.put("backorders", Texts.lower(terms.backorders()));
		json.put("low_stock_amount", Objects.requireNonNullElse(terms.lowStockAmount(), (Object) ""));
		json.put("sold_individually", terms.soldIndividually());
	}

	private static void shipping(Map<String, @Nullable Object> json, ProductContent content) {
		json.put("weight", content.shipping().weight());
		json.put("length", content.shipping().length());
		json.put("width", content.shipping().width());
		json.put("height", content.shipping().height());
	}

	private static Object attributes(Product product) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		product.attributes().forEach((attribute) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("id", attribute.use().attributeId());
			one.put("name", attribute.slug());
			one.put("options", (attribute.use().attributeId() != 0) ? attribute.use().termIds() : attribute.options());
			one.put("position", attribute.use().position());
			one.put("visible", attribute.use().visible());
			one.put("variation", attribute.use().variation());
			attributes.put(attribute.slug(), one);
		});
		return attributes.isEmpty() ? List.of() : attributes;
	}

	private static Object defaults(Product product) {
		Map<String, Object> defaults = new LinkedHashMap<>();
		product.choices().forEach((choice) -> defaults.put(choice.slug(), choice.option()));
		return defaults.isEmpty() ? List.of() : defaults;
	}

	private static void files(Map<String, @Nullable Object> json, ProductContent content) {
		json.put("downloads", content.downloads().files().stream().map(ProductContent.DownloadFile::file).toList());
		List<Long> images = content.images().stream().map(Image::id).toList();
		json.put("image_id", images.isEmpty() ? "" : String.valueOf(images.getFirst()));
		json.put("gallery_image_ids", images.stream().skip(1).toList());
		json.put("download_limit", content.downloads().limit());
		json.put("download_expiry", content.downloads().expiry());
	}

}
