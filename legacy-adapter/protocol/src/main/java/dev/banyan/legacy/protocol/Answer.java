package dev.banyan.legacy.protocol;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a handler answers.
 *
 * @param status the HTTP status
 * @param body what is rendered as JSON
 * @param total how many items all pages have together; null if the answer is not a page
 * of a list
 * @param location the path of what was created, below {@code /wp-json}; null if nothing
 * was
 */
public record Answer(int status, @Nullable Object body, @Nullable Long total, @Nullable String location) {

	/**
	 * A resource.
	 * @param body the resource
	 * @return the answer
	 */
	public static Answer ok(Object body) {
		return new Answer(200, body, null, null);
	}

	/**
	 * A resource that was just created.
	 * @param body the resource
	 * @param location its path below {@code /wp-json}
	 * @return the answer
	 */
	public static Answer created(Object body, String location) {
		return new Answer(201, body, null, location);
	}

	/**
	 * One page of a list.
	 * @param items the items of the page
	 * @param total how many items all pages have together
	 * @return the answer
	 */
	public static Answer page(List<? extends Map<String, ? extends @Nullable Object>> items, long total) {
		return new Answer(200, items, total, null);
	}

}
