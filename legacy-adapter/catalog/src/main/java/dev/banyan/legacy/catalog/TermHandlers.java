package dev.banyan.legacy.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import dev.banyan.catalog.DefaultCategory;
import dev.banyan.catalog.ProductContent.Image;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Slice;
import dev.banyan.catalog.StoredImage;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.Term;
import dev.banyan.catalog.TermContent;
import dev.banyan.catalog.TermExists;
import dev.banyan.catalog.TermQuery;
import dev.banyan.catalog.Terms;
import dev.banyan.catalog.UnknownParentTerm;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Values;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of one kind of terms.
 */
class TermHandlers {

	private final Terms terms;

	private final Products products;

	private final GivenImages images;

	private final Function<RestRequest, Taxonomy> taxonomy;

	TermHandlers(Terms terms, Products products, GivenImages images, Function<RestRequest, Taxonomy> taxonomy) {
		this.terms = terms;
		this.products = products;
		this.images = images;
		this.taxonomy = taxonomy;
	}

	Answer list(RestRequest request) {
		Slice<Term> page = this.terms.find(this.taxonomy.apply(request), query(request));
		Map<Long, StoredImage> images = images(page.items());
		return Answer.page(page.items().stream().map((term) -> json(term, images, request, true)).toList(),
				page.total());
	}

	private static TermQuery query(RestRequest request) {
		List<Long> include = request.ids("include");
		String slug = request.string("slug");
		return new TermQuery(request.string("search"), include.isEmpty() ? null : include,
				new HashSet<>(request.ids("exclude")),
				(slug == null || slug.isEmpty()) ? Set.of() : Set.of(slug.split("\\s*,\\s*")),
				request.longValue("parent"), request.longValue("product"), request.isTrue("hide_empty"),
				switch (request.string("orderby", "name")) {
					case "id" -> TermQuery.Sort.ID;
					case "include" -> TermQuery.Sort.INCLUDE;
					case "slug" -> TermQuery.Sort.SLUG;
					case "description" -> TermQuery.Sort.DESCRIPTION;
					case "count" -> TermQuery.Sort.COUNT;
					default -> TermQuery.Sort.NAME;
				}, request.string("order", "asc").equals("desc"), request.offset(), request.perPage());
	}

	Answer get(RestRequest request) {
		return Answer.ok(json(term(request), request, true));
	}

	Answer create(RestRequest request) {
		Taxonomy kind = this.taxonomy.apply(request);
		if (request.string("name", "").isBlank()) {
			throw new RestError(400, "empty_term_name", "A name is required for this term.");
		}
		Term added = guarded(kind,
				() -> this.terms.add(kind, content(request, new TermContent("", "", 0, "", "default", 0, 0), kind)));
		return Answer.created(json(added, request, true), base(request) + "/" + added.id());
	}

	Answer update(RestRequest request) {
		Term term = term(request);
		TermContent before = new TermContent(term.name(), term.slug(), term.parentId(), term.description(),
				term.display(), term.imageId(), term.taxonomy().attribute() ? 0 : term.menuOrder());
		if (request.has("name") && request.string("name", "").isBlank()) {
			throw new RestError(400, "empty_term_name", "A name is required for this term.");
		}
		Term changed = guarded(term.taxonomy(),
				() -> this.terms.change(term, content(request, before, term.taxonomy())));
		return Answer.ok(json(changed, request, true));
	}

	Answer delete(RestRequest request) {
		Term term = term(request);
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported", "Resource does not support trashing.");
		}
		Map<String, @Nullable Object> json = json(term, request, false);
		try {
			this.terms.delete(term);
		}
		catch (DefaultCategory ex) {
			throw new RestError(500, "woocommerce_rest_cannot_delete", "Default product category cannot be deleted.");
		}
		request.gone();
		return Answer.ok(json);
	}

	Answer suggestSlug(RestRequest request) {
		return Answer.ok(this.terms.freeSlug(this.taxonomy.apply(request), request.string("name", "")));
	}

	private Term term(RestRequest request) {
		Taxonomy kind = this.taxonomy.apply(request);
		return this.terms.term(kind, Objects.requireNonNullElse(request.longValue("id"), 0L)).orElseThrow(() -> {
			request.gone();
			return new RestError(404, "woocommerce_rest_term_invalid", "Resource does not exist.");
		});
	}

	private static Term guarded(Taxonomy kind, java.util.function.Supplier<Term> change) {
		try {
			return change.get();
		}
		catch (UnknownParentTerm ex) {
			throw new RestError(400, "missing_parent", "Parent term does not exist.");
		}
		catch (TermExists ex) {
			throw new RestError(400, ex.slug() ? "duplicate_term_slug" : "term_exists", exists(kind, ex.slug()),
					Map.of("resource_id", ex.termId()));
		}
	}

	private static String exists(Taxonomy kind, boolean slug) {
		if (slug) {
			return "The slug is already in use by another term.";
		}
		return kind.tree() ? "A term with the name provided already exists with this parent."
				: "A term with the name provided already exists in this taxonomy.";
	}

	private TermContent content(RestRequest request, TermContent before, Taxonomy kind) {
		Integer menuOrder = request.integer("menu_order");
		Long parent = request.longValue("parent");
		return new TermContent(request.isSet("name") ? Texts.line(request.string("name", "")) : before.name(),
				request.string("slug", before.slug()),
				(kind.tree() && parent != null) ? Math.max(parent, 0) : before.parentId(),
				request.isSet("description") ? Texts.html(request.string("description", "")) : before.description(),
				request.string("display", before.display()), image(request, before),
				(menuOrder != null) ? menuOrder : before.menuOrder());
	}

	private long image(RestRequest request, TermContent before) {
		if (!request.has("image")) {
			return before.imageId();
		}
		Map<String, @Nullable Object> given = request.object("image");
		if (given.isEmpty() || Objects.equals(Values.integer(given.get("id")), 0L) && !given.containsKey("src")) {
			return 0;
		}
		Image image = this.images.image(given);
		if (image == null) {
			return before.imageId();
		}
		return (image.id() != 0) ? image.id() : this.products.keep(image).id();
	}

	private Map<Long, StoredImage> images(List<Term> terms) {
		return this.products
			.images(terms.stream().map(Term::imageId).filter((id) -> id != 0).collect(Collectors.toSet()));
	}

	private Map<String, @Nullable Object> json(Term term, RestRequest request, boolean there) {
		return json(term, images(List.of(term)), request, there);
	}

	private static Map<String, @Nullable Object> json(Term term, Map<Long, StoredImage> images, RestRequest request,
			boolean there) {
		Map<String, @Nullable Object> json = TermJson.of(term, images);
		String base = base(request);
		String self = base + "/" + term.id();
		Map<String, Object> links = request.links(self, base);
		if (!there || base.contains("?P<")) {
			links.put("self", request.link(self));
		}
		if (term.parentId() != 0) {
			links.put("up", request.link(base + "/" + term.parentId()));
		}
		json.put("_links", links);
		return json;
	}

	/** The collection; inside a batch of attribute terms the shop links to a pattern. */
	private static String base(RestRequest request) {
		String path = request.path();
		if (path.endsWith("/batch")) {
			return path.substring(0, path.length() - "/batch".length())
				.replaceFirst("/attributes/\\d+/", Matcher.quoteReplacement("/attributes/(?P<attribute_id>[\\d]+)/"));
		}
		return path.replaceFirst("/\\d+$", "");
	}

}
