package dev.banyan.legacy.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.banyan.catalog.Attribute;
import dev.banyan.catalog.Attributes;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.Assignments;
import dev.banyan.catalog.ProductContent.AttributeUse;
import dev.banyan.catalog.ProductContent.Choice;
import dev.banyan.catalog.ProductContent.Codes;
import dev.banyan.catalog.ProductContent.DownloadFile;
import dev.banyan.catalog.ProductContent.Downloads;
import dev.banyan.catalog.ProductContent.External;
import dev.banyan.catalog.ProductContent.Image;
import dev.banyan.catalog.ProductContent.Listing;
import dev.banyan.catalog.ProductContent.Pricing;
import dev.banyan.catalog.ProductContent.Relations;
import dev.banyan.catalog.ProductContent.Shipping;
import dev.banyan.catalog.ProductContent.StockTerms;
import dev.banyan.catalog.ProductContent.Tax;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.TaxStatus;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.Term;
import dev.banyan.catalog.TermQuery;
import dev.banyan.catalog.Terms;
import dev.banyan.catalog.Visibility;
import dev.banyan.inventory.Backorders;
import dev.banyan.inventory.StockStatus;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Values;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a request makes of a product: parameters that are not given leave it as it was.
 */
@Component
class ProductInput {

	private final Terms terms;

	private final Attributes attributes;

	private final GivenImages images;

	ProductInput(Terms terms, Attributes attributes, GivenImages images) {
		this.terms = terms;
		this.attributes = attributes;
		this.images = images;
	}

	ProductContent product(RestRequest request, ProductContent before) {
		List<AttributeUse> uses = request.isSet("attributes") ? attributes(request) : before.attributes();
		ProductType type = type(request.string("type", ""), before.type());
		return new ProductContent(type,
				Texts.constant(ProductStatus.class, request.string("status", ""), before.status()),
				texts(request, before.texts()), codes(request, before.codes()), listing(request, before.listing()),
				pricing(request, before.pricing()), tax(request, before.tax()), stock(request, before.stock()),
				shipping(request, before.shipping()), downloads(request, before.downloads()),
				new External(request.string("external_url", before.external().url()),
						request.isSet("button_text") ? Texts.line(request.string("button_text", ""))
								: before.external().buttonText()),
				new Relations(ids(request, "upsell_ids", before.relations().upsells()),
						ids(request, "cross_sell_ids", before.relations().crossSells()),
						ids(request, "grouped_products", before.relations().grouped()),
						Objects.requireNonNullElse(request.longValue("parent_id"), before.relations().parent())),
				assignments(request, before.assignments()),
				request.isSet("images") ? this.images.images(request.objects("images")) : before.images(), uses,
				request.isSet("default_attributes") ? choices(request.objects("default_attributes"), uses)
						: before.choices(),
				request.isSet("meta_data") ? MetaJson.changed(before.meta(), request.objects("meta_data"))
						: before.meta());
	}

	ProductContent variation(RestRequest request, ProductContent before, ProductContent parent) {
		List<Image> images = before.images();
		if (request.has("image")) {
			Image image = this.images.image(request.object("image"));
			images = (image != null) ? List.of(image) : List.of();
		}
		ProductContent.Texts texts = before.texts();
		return new ProductContent(ProductType.VARIATION,
				Texts.constant(ProductStatus.class, request.string("status", ""), before.status()),
				new ProductContent.Texts("", "",
						request.isSet("description") ? Texts.html(request.string("description", ""))
								: texts.description(),
						texts.shortDescription(), texts.purchaseNote(), texts.password()),
				codes(request, before.codes()), listing(request, before.listing()), pricing(request, before.pricing()),
				tax(request, before.tax()), stock(request, before.stock()), shipping(request, before.shipping()),
				downloads(request, before.downloads()), before.external(), before.relations(), before.assignments(),
				images, List.of(),
				request.isSet("attributes") ? choices(request.objects("attributes"), parent.attributes())
						: before.choices(),
				request.isSet("meta_data") ? MetaJson.changed(before.meta(), request.objects("meta_data"))
						: before.meta());
	}

	private static ProductType type(String given, ProductType before) {
		ProductType type = Texts.constant(ProductType.class, given, before);
		return (type == ProductType.VARIATION) ? before : type;
	}

	private static ProductContent.Texts texts(RestRequest request, ProductContent.Texts before) {
		return new ProductContent.Texts(request.isSet("name") ? Texts.html(request.string("name", "")) : before.name(),
				request.string("slug", before.slug()), html(request, "description", before.description()),
				html(request, "short_description", before.shortDescription()),
				html(request, "purchase_note", before.purchaseNote()),
				request.string("post_password", before.password()));
	}

	private static String html(RestRequest request, String name, String before) {
		return request.isSet(name) ? Texts.html(request.string(name, "")) : before;
	}

	private static Codes codes(RestRequest request, Codes before) {
		return new Codes(request.isSet("sku") ? Texts.plain(request.string("sku", "")) : before.sku(),
				request.isSet("global_unique_id") ? Texts.plain(request.string("global_unique_id", ""))
						: before.globalUniqueId());
	}

	private static Listing listing(RestRequest request, Listing before) {
		Instant created = Dates.parse(request.string("date_created_gmt", request.string("date_created", "")));
		Integer menuOrder = request.integer("menu_order");
		return new Listing(bool(request, "featured", before.featured()),
				Texts.constant(Visibility.class, request.string("catalog_visibility", ""), before.visibility()),
				(menuOrder != null) ? menuOrder : before.menuOrder(),
				bool(request, "reviews_allowed", before.reviewsAllowed()),
				(created != null) ? created : before.created());
	}

	private static boolean bool(RestRequest request, String name, boolean before) {
		return Objects.requireNonNullElse(request.bool(name), before);
	}

	private static Pricing pricing(RestRequest request, Pricing before) {
		return new Pricing(
				request.isSet("regular_price") ? Texts.decimal(request.string("regular_price", "")) : before.regular(),
				request.isSet("sale_price") ? Texts.decimal(request.string("sale_price", "")) : before.sale(),
				time(request, "date_on_sale_from", before.saleFrom()),
				time(request, "date_on_sale_to", before.saleTo()));
	}

	private static @Nullable Instant time(RestRequest request, String name, @Nullable Instant before) {
		if (request.has(name)) {
			return Dates.parse(request.string(name));
		}
		return request.has(name + "_gmt") ? Dates.parse(request.string(name + "_gmt")) : before;
	}

	private static Tax tax(RestRequest request, Tax before) {
		String taxClass = request.string("tax_class");
		return new Tax(Texts.constant(TaxStatus.class, request.string("tax_status", ""), before.status()),
				(taxClass == null) ? before.taxClass() : taxClass.equals("standard") ? "" : Texts.plain(taxClass));
	}

	private static StockTerms stock(RestRequest request, StockTerms before) {
		boolean managed = (request.get("manage_stock") instanceof String text && text.equals("parent")) ? false
				: bool(request, "manage_stock", before.managed());
		Integer low = before.lowStockAmount();
		if (request.has("low_stock_amount")) {
			low = request.integer("low_stock_amount");
		}
		return new StockTerms(managed, managed ? request.integer("stock_quantity") : null,
				Texts.constant(Backorders.class, request.string("backorders", ""), before.backorders()), low,
				status(request.string("stock_status"), before.status()),
				bool(request, "sold_individually", before.soldIndividually()));
	}

	static StockStatus status(@Nullable String given, StockStatus otherwise) {
		return switch (Objects.requireNonNullElse(given, "")) {
			case "instock" -> StockStatus.IN_STOCK;
			case "outofstock" -> StockStatus.OUT_OF_STOCK;
			case "onbackorder" -> StockStatus.ON_BACKORDER;
			default -> otherwise;
		};
	}

	private Shipping shipping(RestRequest request, Shipping before) {
		Map<String, @Nullable Object> dimensions = request.object("dimensions");
		return new Shipping(bool(request, "virtual", before.virtual()),
				request.isSet("weight") ? Texts.decimal(request.string("weight", "")) : before.weight(),
				measure(dimensions, "length", before.length()), measure(dimensions, "width", before.width()),
				measure(dimensions, "height", before.height()), shippingClass(request, before.classId()));
	}

	private static String measure(Map<String, @Nullable Object> dimensions, String name, String before) {
		String given = Values.string(dimensions.get(name));
		return (given != null) ? Texts.decimal(given) : before;
	}

	private long shippingClass(RestRequest request, long before) {
		String slug = request.string("shipping_class");
		if (slug == null) {
			return before;
		}
		return slug.isEmpty() ? 0 : this.terms.bySlug(Taxonomy.SHIPPING_CLASS, slug).map(Term::id).orElse(0L);
	}

	private static Downloads downloads(RestRequest request, Downloads before) {
		Integer limit = request.integer("download_limit");
		Integer expiry = request.integer("download_expiry");
		return new Downloads(bool(request, "downloadable", before.downloadable()),
				request.isSet("downloads") ? files(request) : before.files(),
				(limit != null) ? Math.max(limit, -1) : before.limit(),
				(expiry != null) ? Math.max(expiry, -1) : before.expiry());
	}

	private static List<DownloadFile> files(RestRequest request) {
		List<DownloadFile> files = new ArrayList<>();
		for (Map<String, @Nullable Object> given : request.objects("downloads")) {
			String file = Objects.requireNonNullElse(Values.string(given.get("file")), "").strip();
			String id = Objects.requireNonNullElse(Values.string(given.get("id")), "");
			String name = Texts.line(Objects.requireNonNullElse(Values.string(given.get("name")), ""));
			if (!file.isEmpty()) {
				files.add(new DownloadFile(id.isEmpty() ? UUID.randomUUID().toString() : id,
						name.isEmpty() ? file.substring(file.lastIndexOf('/') + 1) : name, file));
			}
		}
		return files;
	}

	private static List<Long> ids(RestRequest request, String name, List<Long> before) {
		return request.isSet(name) ? request.ids(name).stream().filter((id) -> id != 0).distinct().toList() : before;
	}

	private Assignments assignments(RestRequest request, Assignments before) {
		return new Assignments(existing(request, "categories", Taxonomy.CATEGORY, before.categories()),
				existing(request, "tags", Taxonomy.TAG, before.tags()),
				existing(request, "brands", Taxonomy.BRAND, before.brands()));
	}

	private List<Long> existing(RestRequest request, String name, Taxonomy taxonomy, List<Long> before) {
		if (!request.isSet(name)) {
			return before;
		}
		Set<Long> wanted = new LinkedHashSet<>();
		for (Object given : request.list(name)) {
			Long id = Values.integer((given instanceof Map<?, ?> object) ? object.get("id") : given);
			if (id != null && id > 0) {
				wanted.add(id);
			}
		}
		if (wanted.isEmpty()) {
			return List.of();
		}
		List<Long> found = this.terms
			.find(taxonomy,
					new TermQuery(null, new ArrayList<>(wanted), Set.of(), Set.of(), null, null, false,
							TermQuery.Sort.ID, false, 0, wanted.size()))
			.items()
			.stream()
			.map(Term::id)
			.toList();
		return wanted.stream().filter(found::contains).toList();
	}

	private List<AttributeUse> attributes(RestRequest request) {
		Map<String, AttributeUse> uses = new LinkedHashMap<>();
		for (Map<String, @Nullable Object> given : request.objects("attributes")) {
			Optional<Attribute> attribute = attribute(given);
			String name = Texts.line(Objects.requireNonNullElse(Values.string(given.get("name")), ""));
			List<String> options = options(given.get("options"));
			int position = (int) Math.clamp(Objects.requireNonNullElse(Values.integer(given.get("position")), 0L), 0,
					Integer.MAX_VALUE);
			boolean visible = Boolean.TRUE.equals(Values.bool(given.get("visible")));
			boolean variation = Boolean.TRUE.equals(Values.bool(given.get("variation")));
			if (attribute.isPresent()) {
				long id = attribute.get().id();
				List<Long> termIds = this.terms.named(Taxonomy.ofAttribute(id), new LinkedHashSet<>(options))
					.values()
					.stream()
					.map(Term::id)
					.distinct()
					.toList();
				if (!termIds.isEmpty()) {
					uses.put("#" + id, new AttributeUse(id, "", position, visible, variation, termIds, List.of()));
				}
			}
			else if (!name.isEmpty() && Objects.requireNonNullElse(Values.integer(given.get("id")), 0L) == 0) {
				uses.put(name, new AttributeUse(0, name, position, visible, variation, List.of(), options));
			}
		}
		return uses.values().stream().sorted(Comparator.comparingInt(AttributeUse::position)).toList();
	}

	private Optional<Attribute> attribute(Map<String, @Nullable Object> given) {
		Long id = Values.integer(given.get("id"));
		return (id != null && id > 0) ? this.attributes.attribute(id) : Optional.empty();
	}

	private static List<String> options(@Nullable Object given) {
		List<String> options = new ArrayList<>();
		List<@Nullable Object> items = (given instanceof String text) ? List.of((Object[]) text.split("\\s*\\|\\s*"))
				: Values.list(given);
		for (Object item : items) {
			String option = Texts.line(Objects.requireNonNullElse(Values.string(item), ""));
			if (!option.isEmpty() && !options.contains(option)) {
				options.add(option);
			}
		}
		return options;
	}

	/** The options that are chosen of attributes that variations are chosen by. */
	private List<Choice> choices(List<Map<String, @Nullable Object>> given, List<AttributeUse> uses) {
		Map<String, Choice> choices = new LinkedHashMap<>();
		for (Map<String, @Nullable Object> one : given) {
			long id = Objects.requireNonNullElse(Values.integer(one.get("id")), 0L);
			String name = Objects.requireNonNullElse(Values.string(one.get("name")), "").strip();
			String option = Objects.requireNonNullElse(Values.string(one.get("option")), "").strip();
			for (AttributeUse use : uses) {
				boolean meant = (id != 0) ? use.attributeId() == id
						: use.attributeId() == 0 && use.name().equalsIgnoreCase(name);
				if (meant && use.variation() && !option.isEmpty()) {
					choices.put(id + name, choice(use, option));
				}
			}
		}
		return List.copyOf(choices.values());
	}

	private Choice choice(AttributeUse use, String option) {
		if (use.attributeId() == 0) {
			return new Choice(0, use.name(), Texts.line(option));
		}
		Taxonomy taxonomy = Taxonomy.ofAttribute(use.attributeId());
		return this.terms.find(taxonomy, byName(option))
			.items()
			.stream()
			.filter((term) -> term.name().equalsIgnoreCase(Texts.line(option)) || term.slug().equals(option))
			.findFirst()
			.map((term) -> new Choice(use.attributeId(), "", term.slug()))
			.orElse(new Choice(use.attributeId(), "", option));
	}

	private static TermQuery byName(String option) {
		return new TermQuery(option, null, Set.of(), Set.of(), null, null, false, TermQuery.Sort.NAME, false, 0, 100);
	}

}
