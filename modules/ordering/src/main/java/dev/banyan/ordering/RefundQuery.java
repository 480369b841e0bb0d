package dev.banyan.ordering;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which refunds to list. What is null or empty does not restrict.
 *
 * @param orderIds of one of these orders
 * @param include only these
 * @param exclude none of these
 * @param createdAfter made after
 * @param createdBefore made before
 * @param byId whether to sort by id, else by when they were made
 * @param descending whether the largest comes first
 * @param offset how many to leave out, 0 or more
 * @param limit how many to return, 1 to 100
 */
public record RefundQuery(List<Long> orderIds, List<Long> include, List<Long> exclude, @Nullable Instant createdAfter,
		@Nullable Instant createdBefore, boolean byId, boolean descending, int offset, int limit) {
}
