package dev.banyan.legacy.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductContent.AttributeUse;
import dev.banyan.catalog.ProductContent.Choice;
import dev.banyan.catalog.ProductQuery;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Slice;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.Term;
import dev.banyan.catalog.TermQuery;
import dev.banyan.catalog.Terms;
import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Variations.
 */
@Component
class VariationsFace implements Face {

	private static final String BASE = "/wc/v3/products/(?P<product_id>[\\d]+)/variations";

	private static final Pattern PRODUCT = Pattern.compile("/products/(\\d{1,18})/variations");

	/** As many as one request makes at most. */
	private static final int MOST = 50;

	private final Products products;

	private final Terms terms;

	private final ProductJson json;

	private final ProductInput input;

	private final ProductFilters filters;

	private final ProductEdits edits;

	VariationsFace(Products products, Terms terms, ProductJson json, ProductInput input, ProductFilters filters,
			ProductEdits edits) {
		this.products = products;
		this.terms = terms;
		this.json = json;
		this.input = input;
		this.filters = filters;
		this.edits = edits;
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
		routes.on("POST", BASE + "/generate", Action.CREATE, this::generate);
	}

	private Answer list(RestRequest request) {
		Product product = product(request);
		ProductQuery.Builder query = this.filters.of(request);
		query.variations = true;
		query.parents = Set.of(product.id());
		Slice<Product> page = this.products.find(query.build());
		return Answer.page(this.json.variations(page.items(), request), page.total());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(this.json.variation(variation(request, 404), request));
	}

	private Answer create(RestRequest request) {
		Product product = product(request);
		ProductContent content = this.input.variation(request, ProductContent.blank(ProductType.VARIATION),
				product.content());
		Product added = this.edits.guarded(() -> this.products.addVariation(product.id(), content));
		return Answer.created(this.json.variation(added, request),
				"/wc/v3/products/" + product.id() + "/variations/" + added.id());
	}

	private Answer update(RestRequest request) {
		Product product = product(request);
		Product changed = this.edits.change(variation(request, 400),
				(content) -> this.input.variation(request, content, product.content()), () -> invalidId(400));
		return Answer.ok(this.json.variation(changed, request));
	}

	private Answer delete(RestRequest request) {
		Product variation = variation(request, 404);
		Map<String, @Nullable Object> json = this.json.variation(variation, request);
		if (request.isTrue("force")) {
			this.products.delete(variation.id());
			request.gone();
			return Answer.ok(json);
		}
		ProductsFace.requireNotTrashed(variation);
		this.products.trash(variation.id());
		return Answer.ok(json);
	}

	private Product product(RestRequest request) {
		Matcher path = PRODUCT.matcher(request.path());
		long id = path.find() ? Long.parseLong(path.group(1)) : 0;
		Product product = this.products.products(Set.of(id)).get(id);
		if (product == null || product.parentId() != 0) {
			throw new RestError(404, "woocommerce_rest_product_invalid_id", "Invalid product ID.");
		}
		return product;
	}

	private Product variation(RestRequest request, int status) {
		Matcher path = PRODUCT.matcher(request.path());
		long productId = path.find() ? Long.parseLong(path.group(1)) : 0;
		long id = Objects.requireNonNullElse(request.longValue("id"), 0L);
		Product variation = this.products.products(Set.of(id)).get(id);
		if (variation == null || variation.parentId() == 0) {
			request.gone();
			throw invalidId(status);
		}
		if (variation.parentId() != productId) {
			request.gone();
			throw invalidId(404);
		}
		return variation;
	}

	private static RestError invalidId(int status) {
		return new RestError(status, "woocommerce_rest_product_variation_invalid_id", "Invalid ID.");
	}

	/** Adds a variation for every combination of options that has none. */
	private Answer generate(RestRequest request) {
		Product product = product(request);
		List<Product> present = variations(product);
		List<List<Choice>> wanted = combinations(product.content());
		Set<Set<Choice>> known = present.stream()
			.map((variation) -> (Set<Choice>) new HashSet<>(variation.content().choices()))
			.collect(Collectors.toSet());
		int count = 0;
		for (List<Choice> choices : wanted) {
			if (count < MOST && known.add(new HashSet<>(choices))) {
				this.products.addVariation(product.id(), chosen(choices));
				count++;
			}
		}
		int deleted = 0;
		if (request.isTrue("delete")) {
			Set<Set<Choice>> valid = wanted.stream()
				.map((choices) -> (Set<Choice>) new HashSet<>(choices))
				.collect(Collectors.toSet());
			for (Product variation : present) {
				if (!valid.contains(new HashSet<>(variation.content().choices()))) {
					this.products.delete(variation.id());
					deleted++;
				}
			}
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("count", count);
		answer.put("deleted_count", deleted);
		return Answer.ok(answer);
	}

	private List<Product> variations(Product product) {
		return List.copyOf(this.products.products(new HashSet<>(product.variations())).values());
	}

	private static ProductContent chosen(List<Choice> choices) {
		ProductContent blank = ProductContent.blank(ProductType.VARIATION);
		return new ProductContent(blank.type(), blank.status(), blank.texts(), blank.codes(), blank.listing(),
				blank.pricing(), blank.tax(), blank.stock(), blank.shipping(), blank.downloads(), blank.external(),
				blank.relations(), blank.assignments(), blank.images(), blank.attributes(), choices, blank.meta());
	}

	private List<List<Choice>> combinations(ProductContent content) {
		List<List<Choice>> combinations = new ArrayList<>();
		combinations.add(List.of());
		for (AttributeUse use : content.attributes()) {
			List<Choice> options = use.variation() ? options(use) : List.of();
			if (!options.isEmpty()) {
				List<List<Choice>> longer = new ArrayList<>();
				for (List<Choice> shorter : combinations) {
					for (Choice option : options) {
						List<Choice> one = new ArrayList<>(shorter);
						one.add(option);
						longer.add(one);
					}
				}
				combinations = longer.subList(0, Math.min(longer.size(), 1000));
			}
		}
		return (combinations.size() == 1 && combinations.getFirst().isEmpty()) ? List.of() : combinations;
	}

	private List<Choice> options(AttributeUse use) {
		if (use.attributeId() == 0) {
			return use.options().stream().map((option) -> new Choice(0, use.name(), option)).toList();
		}
		return this.terms
			.find(Taxonomy.ofAttribute(use.attributeId()),
					new TermQuery(null, use.termIds(), Set.of(), Set.of(), null, null, false, TermQuery.Sort.INCLUDE,
							false, 0, Math.max(1, use.termIds().size())))
			.items()
			.stream()
			.map(Term::slug)
			.map((slug) -> new Choice(use.attributeId(), "", slug))
			.toList();
	}

}
