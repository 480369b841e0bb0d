package dev.banyan.webhooks;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which webhooks to list.
 *
 * @param status only of this status; null for all
 * @param search what the name contains, in any case; null for all
 * @param after only those added later; null for all
 * @param before only those added earlier; null for all
 * @param include only these; empty for all
 * @param exclude not these
 * @param sort what to sort by
 * @param descending whether in falling order
 * @param offset how many to leave out, 0 or more
 * @param limit how many to return, 1 or more
 */
public record WebhookQuery(@Nullable WebhookStatus status, @Nullable String search, @Nullable Instant after,
		@Nullable Instant before, List<Long> include, List<Long> exclude, Sort sort, boolean descending, int offset,
		int limit) {

	/** What webhooks are sorted by. */
	public enum Sort {

		/** When it was added. */
		CREATED,
		/** Its id. */
		ID,
		/** Its name. */
		NAME

	}

}
