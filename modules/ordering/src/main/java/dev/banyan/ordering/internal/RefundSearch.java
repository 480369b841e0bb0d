package dev.banyan.ordering.internal;

import java.util.ArrayList;
import java.util.List;

import dev.banyan.ordering.RefundPage;
import dev.banyan.ordering.RefundQuery;
import jakarta.persistence.criteria.Predicate;

import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/**
 * Lists refunds in SQL.
 */
@Component
class RefundSearch {

	private final StoredRefunds refunds;

	RefundSearch(StoredRefunds refunds) {
		this.refunds = refunds;
	}

	RefundPage list(RefundQuery query) {
		Specification<StoredRefund> matching = matching(query);
		Sort sort = query.byId() ? Sort.by("id") : Sort.by("createdAt", "id");
		OffsetScrollPosition from = (query.offset() == 0) ? ScrollPosition.offset()
				: ScrollPosition.offset(query.offset() - 1L);
		return new RefundPage(this.refunds
			.findBy(matching,
					(fluent) -> fluent.sortBy(query.descending() ? sort.descending() : sort.ascending())
						.limit(query.limit())
						.scroll(from))
			.getContent()
			.stream()
			.map(StoredRefund::toRefund)
			.toList(), this.refunds.count(matching));
	}

	private static Specification<StoredRefund> matching(RefundQuery query) {
		return (refund, outer, builder) -> {
			List<Predicate> all = new ArrayList<>();
			all.add(builder.equal(refund.get("stateName"), StoredRefund.State.DONE));
			if (!query.orderIds().isEmpty()) {
				all.add(refund.get("orderId").in(query.orderIds()));
			}
			if (!query.include().isEmpty()) {
				all.add(refund.get("id").in(query.include()));
			}
			if (!query.exclude().isEmpty()) {
				all.add(builder.not(refund.get("id").in(query.exclude())));
			}
			if (query.createdAfter() != null) {
				all.add(builder.greaterThan(refund.get("createdAt"), query.createdAfter()));
			}
			if (query.createdBefore() != null) {
				all.add(builder.lessThan(refund.get("createdAt"), query.createdBefore()));
			}
			return builder.and(all.toArray(Predicate[]::new));
		};
	}

}
