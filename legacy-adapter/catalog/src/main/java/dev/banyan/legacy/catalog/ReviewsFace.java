package dev.banyan.legacy.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.banyan.catalog.DuplicateReview;
import dev.banyan.catalog.Product;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Review;
import dev.banyan.catalog.Review.Status;
import dev.banyan.catalog.ReviewQuery;
import dev.banyan.catalog.Reviews;
import dev.banyan.catalog.Slice;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reviews.
 */
@Component
class ReviewsFace implements Face {

	private static final String BASE = "/wc/v3/products/reviews";

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

	private final Reviews reviews;

	private final Products products;

	private final Clock clock;

	ReviewsFace(Reviews reviews, Products products, Clock clock) {
		this.reviews = reviews;
		this.products = products;
		this.clock = clock;
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
	}

	private Answer list(RestRequest request) {
		Slice<Review> page = this.reviews.find(query(request));
		Map<Long, Product> reviewed = this.products
			.products(page.items().stream().map(Review::productId).collect(Collectors.toSet()));
		return Answer.page(page.items().stream().map((review) -> json(review, reviewed, request, true)).toList(),
				page.total());
	}

	private static ReviewQuery query(RestRequest request) {
		List<Long> include = request.ids("include");
		if (!request.ids("reviewer").isEmpty()) {
			include = List.of(0L);
		}
		String email = request.string("reviewer_email");
		String status = request.string("status", "approved");
		return new ReviewQuery(request.string("search"),
				status.equals("all") ? null : Texts.constant(Status.class, status, Status.APPROVED),
				new HashSet<>(request.ids("product")), (email == null || email.isEmpty()) ? Set.of() : Set.of(email),
				Dates.parse(request.string("after")), Dates.parse(request.string("before")),
				include.isEmpty() ? null : include, new HashSet<>(request.ids("exclude")),
				switch (request.string("orderby", "date_gmt")) {
					case "id" -> ReviewQuery.Sort.ID;
					case "include" -> ReviewQuery.Sort.INCLUDE;
					case "product" -> ReviewQuery.Sort.PRODUCT;
					default -> ReviewQuery.Sort.DATE;
				}, request.string("order", "desc").equals("desc"), request.offset(), request.perPage());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(json(review(request), request, true));
	}

	private Answer create(RestRequest request) {
		long productId = Objects.requireNonNullElse(request.longValue("product_id"), 0L);
		requireProduct(productId);
		String text = Texts.html(request.string("review", ""));
		if (text.isBlank()) {
			throw new RestError(400, "woocommerce_rest_review_content_invalid", "Invalid review content.");
		}
		Instant written = Dates.parse(request.string("date_created"));
		Review review = new Review(0, productId, status(request.string("status"), Status.APPROVED, 0),
				Texts.plain(request.string("reviewer", "")), email(request.string("reviewer_email", "")), text,
				rating(request, 0), false,
				(written != null) ? written : this.clock.instant().truncatedTo(ChronoUnit.SECONDS));
		Review saved = save(review);
		return Answer.created(json(saved, request, true), BASE + "/" + saved.id());
	}

	private Answer update(RestRequest request) {
		Review before = review(request);
		long productId = Objects.requireNonNullElse(request.longValue("product_id"), before.productId());
		if (productId != before.productId()) {
			requireProduct(productId);
		}
		if (request.isSet("review") && request.string("review", "").isBlank()) {
			throw new RestError(400, "woocommerce_rest_review_content_invalid", "Invalid review content.");
		}
		Instant written = Dates.parse(request.string("date_created"));
		return Answer.ok(json(save(new Review(before.id(), productId,
				status(request.string("status"), before.status(), before.id()),
				request.isSet("reviewer") ? Texts.plain(request.string("reviewer", "")) : before.reviewer(),
				request.isSet("reviewer_email") ? email(request.string("reviewer_email", "")) : before.email(),
				request.isSet("review") ? Texts.html(request.string("review", "")) : before.text(),
				rating(request, before.rating()), before.verified(), (written != null) ? written : before.created())),
				request, true));
	}

	private Answer delete(RestRequest request) {
		Review review = review(request);
		Map<String, @Nullable Object> json = json(review, request, true);
		if (request.isTrue("force")) {
			this.reviews.delete(review.id());
			request.gone();
			json.remove("_links");
			Map<String, Object> deleted = new LinkedHashMap<>();
			deleted.put("deleted", true);
			deleted.put("previous", json);
			return Answer.ok(deleted);
		}
		if (review.status() == Status.TRASH) {
			throw new RestError(410, "woocommerce_rest_already_trashed", "The object has already been trashed.");
		}
		return Answer.ok(json(save(new Review(review.id(), review.productId(), Status.TRASH, review.reviewer(),
				review.email(), review.text(), review.rating(), review.verified(), review.created())), request, true));
	}

	private Review save(Review review) {
		try {
			return this.reviews.save(review);
		}
		catch (DuplicateReview ex) {
			throw new RestError(409, "woocommerce_rest_comment_duplicate",
					"Duplicate comment detected; it looks as though you&#8217;ve already said that!");
		}
	}

	private Review review(RestRequest request) {
		return this.reviews.review(Objects.requireNonNullElse(request.longValue("id"), 0L)).orElseThrow(() -> {
			request.gone();
			return new RestError(404, "woocommerce_rest_review_invalid_id", "Invalid review ID.");
		});
	}

	private void requireProduct(long productId) {
		Product product = this.products.products(Set.of(productId)).get(productId);
		if (product == null || product.parentId() != 0) {
			throw new RestError(404, "woocommerce_rest_product_invalid_id", "Invalid product ID.");
		}
	}

	private static int rating(RestRequest request, int otherwise) {
		Integer rating = request.integer("rating");
		return (rating != null) ? Math.clamp(rating, 0, 5) : otherwise;
	}

	private static String email(String given) {
		String email = given.strip();
		return (email.length() <= 190 && EMAIL.matcher(email).matches()) ? email : "";
	}

	private Status status(@Nullable String given, Status otherwise, long id) {
		if (given == null) {
			return otherwise;
		}
		return switch (given) {
			case "unspam", "untrash" -> (id != 0) ? this.reviews.earlierStatus(id) : otherwise;
			default -> Texts.constant(Status.class, given, otherwise);
		};
	}

	private Map<String, @Nullable Object> json(Review review, RestRequest request, boolean linked) {
		return json(review, this.products.products(Set.of(review.productId())), request, linked);
	}

	private static Map<String, @Nullable Object> json(Review review, Map<Long, Product> products, RestRequest request,
			boolean linked) {
		Product product = products.get(review.productId());
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("id", review.id());
		Dates.put(json, "date_created", review.created());
		json.put("product_id", review.productId());
		json.put("product_name", (product != null) ? product.content().texts().name() : "");
		json.put("product_permalink", (product != null) ? Permalinks.of(product, request) : "");
		json.put("status", Texts.lower(review.status()));
		json.put("reviewer", review.reviewer());
		json.put("reviewer_email", review.email());
		json.put("review", request.edit() ? review.text() : Texts.paragraphs(review.text()));
		json.put("rating", review.rating());
		json.put("verified", review.verified());
		json.put("reviewer_avatar_urls", avatars(review.email()));
		if (linked) {
			Map<String, Object> links = request.links(BASE + "/" + review.id(), BASE);
			links.put("up", request.link("/wc/v3/products/" + review.productId()));
			json.put("_links", links);
		}
		return json;
	}

	private static Map<String, String> avatars(String email) {
		String hash = email.isEmpty() ? "" : sha256(email.strip().toLowerCase(Locale.ROOT));
		Map<String, String> avatars = new LinkedHashMap<>();
		for (int size : new int[] { 24, 48, 96 }) {
			avatars.put(String.valueOf(size),
					"https://secure.gravatar.com/avatar/" + hash + "?s=" + size + "&d=mm&r=g");
		}
		return avatars;
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
