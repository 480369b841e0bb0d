package dev.banyan.legacy.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.banyan.catalog.Product;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductMoved;
import dev.banyan.catalog.ProductQuery;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Slice;
import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Products.
 */
@Component
class ProductsFace implements Face {

	private static final String BASE = "/wc/v3/products";

	private final Products products;

	private final ProductJson json;

	private final ProductInput input;

	private final ProductFilters filters;

	private final ProductEdits edits;

	ProductsFace(Products products, ProductJson json, ProductInput input, ProductFilters filters, ProductEdits edits) {
		this.products = products;
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
		routes.on("POST", BASE + "/(?P<id>[\\d]+)/duplicate", Action.CREATE, this::duplicate)
			.on("GET", BASE + "/custom-fields/names", Action.LIST, this::customFields)
			.on("GET", BASE + "/suggested-products", Action.LIST, this::suggested);
	}

	private Answer list(RestRequest request) {
		Slice<Product> page = this.products.find(this.filters.of(request).build());
		return Answer.page(this.json.products(page.items(), request), page.total());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(this.json.product(product(request, 404), request));
	}

	private Answer create(RestRequest request) {
		ProductContent content = this.input.product(request, ProductContent.blank(ProductType.SIMPLE));
		Product added = this.edits.guarded(() -> this.products.add(content));
		return Answer.created(this.json.product(added, request), BASE + "/" + added.id());
	}

	private Answer update(RestRequest request) {
		Product product = product(request, 400);
		if (product.parentId() != 0) {
			throw new RestError(404, "woocommerce_rest_invalid_product_id",
					"To manipulate product variations you should use the "
							+ "/products/&lt;product_id&gt;/variations/&lt;id&gt; endpoint.");
		}
		Product changed = this.edits.change(product, (content) -> this.input.product(request, content),
				() -> invalidId(400));
		return Answer.ok(this.json.product(changed, request));
	}

	private Answer delete(RestRequest request) {
		Product product = product(request, 404);
		if (product.parentId() != 0) {
			throw new RestError(404, "woocommerce_rest_invalid_product_id",
					"To manipulate product variations you should use the "
							+ "/products/&lt;product_id&gt;/variations/&lt;id&gt; endpoint.");
		}
		Map<String, @Nullable Object> json = this.json.product(product, request);
		if (request.isTrue("force")) {
			this.products.delete(product.id());
			return Answer.ok(json);
		}
		requireNotTrashed(product);
		this.products.trash(product.id());
		return Answer.ok(json);
	}

	static void requireNotTrashed(Product product) {
		if (product.content().status() == ProductStatus.TRASH) {
			throw new RestError(410, "woocommerce_rest_already_trashed", "The product has already been deleted.");
		}
	}

	private Product product(RestRequest request, int status) {
		long id = Objects.requireNonNullElse(request.longValue("id"), 0L);
		Product product = this.products.products(Set.of(id)).get(id);
		if (product == null) {
			throw invalidId(status);
		}
		return product;
	}

	private static RestError invalidId(int status) {
		return new RestError(status, "woocommerce_rest_product_invalid_id", "Invalid ID.");
	}

	private Answer duplicate(RestRequest request) {
		Product product = product(request, 404);
		try {
			return Answer.ok(DuplicateJson.of(this.products.duplicate(product.id())));
		}
		catch (ProductMoved ex) {
			throw invalidId(404);
		}
	}

	private Answer customFields(RestRequest request) {
		Slice<String> names = this.products.metaNames(request.string("search", ""),
				request.string("order", "asc").equals("desc"), request.offset(), request.perPage());
		return Answer.page(names.items(), names.total());
	}

	private Answer suggested(RestRequest request) {
		ProductQuery.Builder query = this.filters.of(request);
		List<Set<Long>> terms = new ArrayList<>(query.terms);
		for (String name : List.of("categories", "tags")) {
			if (!request.ids(name).isEmpty()) {
				terms.add(Set.copyOf(request.ids(name)));
			}
		}
		query.terms = terms;
		query.statuses = Set.of(ProductStatus.PUBLISH);
		query.limit = Math.clamp(Objects.requireNonNullElse(request.longValue("limit"), 5L), 1, 100);
		Slice<Product> page = this.products.find(query.build());
		return Answer.ok(this.json.products(page.items(), request).stream().map((product) -> {
			Map<String, @Nullable Object> shown = new LinkedHashMap<>();
			for (String name : List.of("id", "name", "permalink", "images", "price", "price_html", "short_description",
					"_links")) {
				shown.put(name, product.get(name));
			}
			return shown;
		}).toList());
	}

}
