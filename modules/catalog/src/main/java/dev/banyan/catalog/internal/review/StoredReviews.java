package dev.banyan.catalog.internal.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.banyan.catalog.DuplicateReview;
import dev.banyan.catalog.Review;
import dev.banyan.catalog.Review.Status;
import dev.banyan.catalog.ReviewPosted;
import dev.banyan.catalog.ReviewQuery;
import dev.banyan.catalog.Reviews;
import dev.banyan.catalog.Slice;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;

/**
 * Reviews in the table {@code review}.
 */
@Component
class StoredReviews implements Reviews {

	private static final RowMapper<Review> REVIEW = (row, number) -> new Review(row.getLong("id"),
			row.getLong("product_id"), Status.valueOf(row.getString("status")), row.getString("reviewer"),
			row.getString("email"), row.getString("body"), row.getInt("rating"), row.getBoolean("verified"),
			Columns.instant(row, "created_at"));

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final IdSequence ids;

	StoredReviews(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock,
			Identifiers identifiers) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.ids = identifiers.sequence("catalog", "review", 2, 1);
	}

	@Override
	public Slice<Review> find(ReviewQuery query) {
		Map<String, Object> parameters = new HashMap<>();
		String from = ReviewSearch.from(query, parameters);
		long total = this.jdbc.sql("select count(*)" + from).params(parameters).query(Long.class).single();
		List<Review> reviews = this.jdbc.sql("select r.*" + from + ReviewSearch.orderAndLimit(query, parameters))
			.params(parameters)
			.query(REVIEW)
			.list();
		return new Slice<>(reviews, total);
	}

	@Override
	public Optional<Review> review(long id) {
		return this.jdbc.sql("select * from catalog.review where id = ?").param(id).query(REVIEW).optional();
	}

	@Override
	public Map<Integer, Long> countByRating() {
		Map<Integer, Long> counts = new HashMap<>();
		this.jdbc.sql("select rating, count(*) from catalog.review where status = 'APPROVED' group by rating")
			.query((row) -> {
				counts.put(row.getInt(1), row.getLong(2));
			});
		return counts;
	}

	@Override
	public Review save(Review review) {
		return (review.id() == 0) ? add(review) : change(review);
	}

	private Review add(Review review) {
		boolean said = this.jdbc
			.sql("select * from catalog.review where product_id = ? and email = ? and status <> 'TRASH'")
			.params(review.productId(), Columns.indexed(review.email()))
			.query(REVIEW)
			.list()
			.stream()
			.anyMatch((other) -> other.text().equals(review.text()) && other.reviewer().equals(review.reviewer()));
		if (said) {
			throw new DuplicateReview();
		}
		Review added = new Review(this.ids.next(), review.productId(), review.status(), review.reviewer(),
				review.email(), review.text(), review.rating(), review.verified(), review.created());
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					insert into catalog.review (id, product_id, status, previous_status, reviewer, email, body, rating,
						verified, created_at)
					values (?, ?, ?, 'APPROVED', ?, ?, ?, ?, ?, ?)""")
				.params(added.id(), added.productId(), added.status().name(), added.reviewer(),
						Columns.indexed(added.email()), added.text(), added.rating(), added.verified(),
						Columns.time(added.created()))
				.update();
			rate(added.productId());
			Instant now = this.clock.instant();
			this.events.publishEvent(new ReviewPosted(UUID.randomUUID(), now, added.id(), added.productId()));
		});
		return added;
	}

	/** A rating counts from the next approval on, as shops are used to. */
	private Review change(Review review) {
		this.transaction.executeWithoutResult((status) -> {
			Optional<Review> before = review(review.id());
			this.jdbc.sql("""
					update catalog.review set product_id = ?, status = ?, reviewer = ?, email = ?, body = ?, rating = ?,
						created_at = ? where id = ?""")
				.params(review.productId(), review.status().name(), review.reviewer(), Columns.indexed(review.email()),
						review.text(), review.rating(), Columns.time(review.created()), review.id())
				.update();
			before.filter((old) -> old.status() != review.status() || old.productId() != review.productId())
				.ifPresent((old) -> {
					this.jdbc.sql("update catalog.review set previous_status = ? where id = ?")
						.params(old.status().name(), review.id())
						.update();
					rate(old.productId());
					rate(review.productId());
				});
		});
		return review;
	}

	@Override
	public Status earlierStatus(long id) {
		return this.jdbc.sql("select previous_status from catalog.review where id = ?")
			.param(id)
			.query(String.class)
			.optional()
			.map(Status::valueOf)
			.orElse(Status.APPROVED);
	}

	@Override
	public void delete(long id) {
		this.transaction.executeWithoutResult((status) -> review(id).ifPresent((review) -> {
			this.jdbc.sql("delete from catalog.review where id = ?").param(id).update();
			rate(review.productId());
		}));
	}

	private void rate(long productId) {
		List<Integer> ratings = this.jdbc
			.sql("select rating from catalog.review where product_id = ? and status = 'APPROVED' and rating > 0")
			.param(productId)
			.query(Integer.class)
			.list();
		BigDecimal sum = BigDecimal.valueOf(ratings.stream().mapToInt(Integer::intValue).sum());
		BigDecimal average = ratings.isEmpty() ? BigDecimal.ZERO
				: sum.divide(BigDecimal.valueOf(ratings.size()), 2, RoundingMode.HALF_UP);
		this.jdbc.sql("update catalog.product set average_rating = ?, rating_count = ? where id = ?")
			.params(average, ratings.size(), productId)
			.update();
	}

}
