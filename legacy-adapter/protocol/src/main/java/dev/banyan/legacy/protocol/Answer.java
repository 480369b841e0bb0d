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
 * @param pageQuery what the links to other pages ask for beside what the request did
 */
public record Answer(int status, @Nullable Object body, @Nullable Long total, @Nullable String location,
		Map<String, Object> pageQuery) {

	/**
	 * A resource.
	 * @param body the resource
	 * @return the answer
	 */
	public static Answer ok(Object body) {
		return new Answer(200, body, null, null, Map.of());
	}

	/**
	 * A resource that was just created.
	 * @param body the resource
	 * @param location its path below {@code /wp-json}
	 * @return the answer
	 */
	public static Answer created(Object body, String location) {
		return new Answer(201, body, null, location, Map.of());
	}

	/**
	 * One page of a list.
	 * @param items the items of the page
	 * @param total how many items all pages have together
	 * @return the answer
	 */
	public static Answer page(List<?> items, long total) {
		return new Answer(200, items, total, null, Map.of());
	}

	/**
	 * The same page, with links that spell out what was meant.
	 * @param query parameters for the links to other pages; they replace those of the
	 * request
	 * @return the answer
	 */
	public Answer linking(Map<String, Object> query) {
		return new Answer(this.status, this.body, this.total, this.location, query);
	}

}
