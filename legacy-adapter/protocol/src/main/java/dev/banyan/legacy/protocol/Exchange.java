package dev.banyan.legacy.protocol;

import java.util.List;
import java.util.Map;

import dev.banyan.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to an answer.
 */
final class Exchange {

	final Caller caller;

	final String path;

	final Map<String, @Nullable Object> query;

	String method = "GET";

	List<String> allowed = List.of();

	@Nullable RestRequest request;

	Answer answer = Answer.ok(List.of());

	boolean failed;

	Exchange(Caller caller, String path, Map<String, @Nullable Object> query) {
		this.caller = caller;
		this.path = path;
		this.query = query;
	}

	void fail(RestError error) {
		this.failed = true;
		this.answer = new Answer(error.status(), error.body(), null, null, Map.of());
	}

}
