package dev.banyan.legacy.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Image;
import dev.banyan.catalog.ProductContent.Shipping;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.StoredImage;
import dev.banyan.catalog.TaxStatus;
import dev.banyan.catalog.Term;
import dev.banyan.inventory.Backorders;
import dev.banyan.inventory.StockLevel;
import dev.banyan.inventory.StockStatus;
import dev.banyan.legacy.protocol.RestRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Products and variations as the API shows them.
 */
@Component
class ProductJson {

	private static final String PRODUCTS = "/wc/v3/products";

	private final Products products;

	private final ShopCurrency currency;

	ProductJson(Products products, ShopCurrency currency) {
		this.products = products;
		this.currency = currency;
	}

	Map<String, @Nullable Object> product(Product product, RestRequest request) {
		return products(List.of(product), request).getFirst();
	}

	List<Map<String, @Nullable Object>> products(List<Product> products, RestRequest request) {
		Map<Long, StoredImage> images = images(products);
		PriceHtml prices = new PriceHtml(this.currency.current());
		Map<Long, String> slugs = new HashMap<>();
		if (request.edit()) {
			slugs.putAll(this.products.freeSlugs(products.stream()
				.collect(Collectors.toMap(Product::id, (product) -> product.content().texts().name()))));
		}
		List<Map<String, @Nullable Object>> json = new ArrayList<>();
		for (Product product : products) {
			json.add(product(product, request, images, prices, slugs));
		}
		return json;
	}

	private Map<String, @Nullable Object> product(Product product, RestRequest request, Map<Long, StoredImage> images,
			PriceHtml prices, Map<Long, String> slugs) {
		ProductContent content = product.content();
		boolean edit = request.edit();
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", product.id());
		json.put("name", name(product));
		json.put("slug", content.texts().slug());
		json.put("permalink", Permalinks.of(product, request));
		dates(json, product);
		json.put("type", Texts.lower(content.type()));
		json.put("status", Texts.lower(content.status()));
		json.put("featured", content.listing().featured());
		json.put("catalog_visibility", Texts.lower(content.listing().visibility()));
		json.put("description", html(content.texts().description(), edit));
		json.put("short_description", html(content.texts().shortDescription(), edit));
		json.put("sku", sku(product, edit));
		prices(json, product);
		json.put("purchasable", product.purchasable());
		json.put("total_sales", product.sold());
		downloads(json, content);
		json.put("external_url", content.external().url());
		json.put("button_text", content.external().buttonText());
		json.put("tax_status", Texts.lower(content.tax().status()));
		json.put("tax_class", taxClass(product, edit));
		stock(json, product);
		json.put("sold_individually", content.stock().soldIndividually());
		measures(json, product, edit);
		boolean shipped = !content.shipping().virtual();
		json.put("shipping_required", shipped);
		json.put("shipping_taxable", shipped && content.tax().status() != TaxStatus.NONE);
		shippingClass(json, product, edit);
		json.put("reviews_allowed", content.listing().reviewsAllowed());
		json.put("average_rating", average(product.rating(), edit));
		json.put("rating_count", product.rating().count());
		json.put("upsell_ids", content.relations().upsells());
		json.put("cross_sell_ids", content.relations().crossSells());
		json.put("parent_id", parent(product));
		json.put("purchase_note", html(content.texts().purchaseNote(), edit));
		json.put("categories", terms(product.categories()));
		json.put("brands", terms(product.brands()));
		json.put("tags", terms(product.tags()));
		json.put("images",
				content.images()
					.stream()
					.filter((image) -> images.containsKey(image.id()))
					.map((image) -> image(image, images))
					.toList());
		boolean variation = content.type() == ProductType.VARIATION;
		json.put("attributes", variation ? chosen(product) : attributes(product));
		json.put("default_attributes", variation ? List.of() : defaults(product));
		json.put("variations", product.variations());
		json.put("grouped_products", content.relations().grouped());
		json.put("menu_order", content.listing().menuOrder());
		json.put("price_html", prices.of(product));
		json.put("related_ids", product.related());
		json.put("meta_data", MetaJson.of(content.meta()));
		json.put("stock_status", status(product.stock().status()));
		json.put("has_options", content.type() == ProductType.VARIABLE);
		json.put("post_password", content.texts().password());
		json.put("global_unique_id", content.codes().globalUniqueId());
		if (edit) {
			json.put("permalink_template", Permalinks.template(request));
			json.put("generated_slug", slugs.getOrDefault(product.id(), ""));
		}
		Map<String, Object> links = request.links(PRODUCTS + "/" + product.id(), PRODUCTS);
		if (product.parentId() != 0) {
			links.put("up", request.link(PRODUCTS + "/" + product.parentId()));
		}
		json.put("_links", links);
		return json;
	}

	Map<String, @Nullable Object> variation(Product variation, RestRequest request) {
		return variations(List.of(variation), request).getFirst();
	}

	List<Map<String, @Nullable Object>> variations(List<Product> variations, RestRequest request) {
		Map<Long, StoredImage> images = images(variations);
		List<Map<String, @Nullable Object>> json = new ArrayList<>();
		for (Product variation : variations) {
			json.add(variation(variation, request, images));
		}
		return json;
	}

	private static Map<String, @Nullable Object> variation(Product product, RestRequest request,
			Map<Long, StoredImage> images) {
		ProductContent content = product.content();
		boolean edit = request.edit();
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", product.id());
		json.put("type", "variation");
		dates(json, product);
		json.put("description", Texts.paragraphs(content.texts().description()));
		json.put("permalink", Permalinks.of(product, request));
		json.put("sku", sku(product, edit));
		json.put("global_unique_id", content.codes().globalUniqueId());
		prices(json, product);
		json.put("status", Texts.lower(content.status()));
		json.put("purchasable", product.purchasable());
		downloads(json, content);
		json.put("tax_status", Texts.lower(content.tax().status()));
		json.put("tax_class", taxClass(product, edit));
		stock(json, product);
		json.put("stock_status", status(product.stock().status()));
		measures(json, product, edit);
		shippingClass(json, product, edit);
		json.put("image",
				images(product).filter((image) -> images.containsKey(image.id()))
					.findFirst()
					.map((image) -> image(image, images))
					.orElse(null));
		json.put("attributes", chosen(product));
		json.put("menu_order", content.listing().menuOrder());
		json.put("meta_data", MetaJson.of(content.meta()));
		json.put("name", options(product));
		json.put("parent_id", parent(product));
		String collection = PRODUCTS + "/" + product.parentId() + "/variations";
		Map<String, Object> links = request.links(collection + "/" + product.id(), collection);
		if (request.method().equals("DELETE") && request.isTrue("force")) {
			links.put("self", request.link(collection + "/" + product.id()));
		}
		links.put("up", request.link(PRODUCTS + "/" + product.parentId()));
		json.put("_links", links);
		return json;
	}

	private static void dates(Map<String, @Nullable Object> json, Product product) {
		Dates.put(json, "date_created", product.created());
		Dates.put(json, "date_modified", product.modified());
	}

	private static void prices(Map<String, @Nullable Object> json, Product product) {
		ProductContent.Pricing pricing = product.content().pricing();
		json.put("price", product.price().amount());
		json.put("regular_price", pricing.regular());
		json.put("sale_price", pricing.sale());
		Dates.put(json, "date_on_sale_from", pricing.saleFrom());
		Dates.put(json, "date_on_sale_to", pricing.saleTo());
		json.put("on_sale", product.price().onSale());
	}

	private static void downloads(Map<String, @Nullable Object> json, ProductContent content) {
		ProductContent.Downloads downloads = content.downloads();
		json.put("virtual", content.shipping().virtual());
		json.put("downloadable", downloads.downloadable());
		json.put("downloads", downloads.files().stream().map((file) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("id", file.id());
			one.put("name", file.name());
			one.put("file", file.file());
			return one;
		}).toList());
		json.put("download_limit", downloads.limit());
		json.put("download_expiry", downloads.expiry());
	}

	private static void stock(Map<String, @Nullable Object> json, Product product) {
		StockLevel level = product.stock();
		boolean counted = level.managed() || level.inherited();
		Integer quantity = level.quantity();
		json.put("manage_stock", level.inherited() ? "parent" : level.managed());
		json.put("stock_quantity", counted ? quantity : null);
		json.put("backorders", Texts.lower(level.backorders()));
		json.put("backorders_allowed", level.backorders() != Backorders.NO);
		json.put("backordered", level.status() == StockStatus.ON_BACKORDER
				|| counted && level.backorders() != Backorders.NO && quantity != null && quantity < 0);
		json.put("low_stock_amount", product.content().stock().lowStockAmount());
	}

	private static void measures(Map<String, @Nullable Object> json, Product product, boolean edit) {
		Shipping own = product.content().shipping();
		Shipping above = (product.parent() != null && !edit) ? product.parent().content().shipping() : own;
		json.put("weight", first(own.weight(), above.weight()));
		Map<String, Object> dimensions = new LinkedHashMap<>();
		dimensions.put("length", first(own.length(), above.length()));
		dimensions.put("width", first(own.width(), above.width()));
		dimensions.put("height", first(own.height(), above.height()));
		json.put("dimensions", dimensions);
	}

	private static void shippingClass(Map<String, @Nullable Object> json, Product product, boolean edit) {
		Term term = product.shippingClass();
		if (term == null && !edit && product.parent() != null) {
			term = product.parent().shippingClass();
		}
		json.put("shipping_class", (term != null) ? term.slug() : "");
		json.put("shipping_class_id", (term != null) ? term.id() : 0);
	}

	private static String sku(Product product, boolean edit) {
		String own = product.content().codes().sku();
		return (product.parent() != null && !edit) ? first(own, product.parent().content().codes().sku()) : own;
	}

	private static String taxClass(Product product, boolean edit) {
		String own = product.content().tax().taxClass();
		return (product.parent() != null && !edit && own.equals("parent")) ? product.parent().content().tax().taxClass()
				: own;
	}

	private static String first(String one, String other) {
		return one.isEmpty() ? other : one;
	}

	private static String html(String text, boolean edit) {
		return edit ? text : Texts.paragraphs(text);
	}

	static String status(StockStatus status) {
		return status.name().toLowerCase(Locale.ROOT).replace("_", "");
	}

	private static String average(Product.Rating rating, boolean edit) {
		BigDecimal average = rating.average();
		return (edit && average.signum() == 0) ? "0" : average.setScale(2, RoundingMode.HALF_UP).toPlainString();
	}

	private static String name(Product product) {
		if (product.parent() == null) {
			return product.content().texts().name();
		}
		String options = options(product);
		String name = product.parent().content().texts().name();
		return options.isEmpty() ? name : name + " - " + options;
	}

	private static String options(Product product) {
		return product.choices()
			.stream()
			.map(Product.Chosen::display)
			.filter((option) -> !option.isEmpty())
			.collect(Collectors.joining(", "));
	}

	private static List<Map<String, @Nullable Object>> terms(List<Term> terms) {
		return terms.stream().map(TermJson::named).toList();
	}

	private static List<Map<String, @Nullable Object>> attributes(Product product) {
		return product.attributes().stream().map((attribute) -> {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			json.put("id", attribute.use().attributeId());
			json.put("name", attribute.name());
			json.put("slug", attribute.slug());
			json.put("position", attribute.use().position());
			json.put("visible", attribute.use().visible());
			json.put("variation", attribute.use().variation());
			json.put("options", attribute.options());
			return json;
		}).toList();
	}

	private static List<Map<String, @Nullable Object>> chosen(Product product) {
		return choices(product, true, Product.Chosen::display);
	}

	private static List<Map<String, @Nullable Object>> defaults(Product product) {
		return choices(product, false, Product.Chosen::option);
	}

	private static List<Map<String, @Nullable Object>> choices(Product product, boolean slug,
			Function<Product.Chosen, String> option) {
		return product.choices().stream().map((choice) -> {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			json.put("id", choice.attributeId());
			json.put("name", choice.name());
			if (slug) {
				json.put("slug", choice.slug());
			}
			json.put("option", option.apply(choice));
			return json;
		}).toList();
	}

	private Map<Long, StoredImage> images(List<Product> products) {
		return this.products.images(products.stream()
			.flatMap(ProductJson::images)
			.map(Image::id)
			.filter((id) -> id != 0)
			.collect(Collectors.toSet()));
	}

	private static Stream<Image> images(Product product) {
		Stream<Image> own = product.content().images().stream();
		return (product.parent() != null) ? Stream.concat(own, product.parent().content().images().stream()) : own;
	}

	private static Map<String, @Nullable Object> image(Image image, Map<Long, StoredImage> stored) {
		return TermJson.image(Objects.requireNonNull(stored.get(image.id())), image.name(), image.alt());
	}

	static long parent(Product product) {
		return (product.parentId() != 0) ? product.parentId() : product.content().relations().parent();
	}

}
