package dev.banyan.legacy.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error as the API words it: {@code {code, message, data}}. Throwing it from a handler
 * answers the request, or the one item of a batch, with it.
 */
public class RestError extends RuntimeException {

	private final int status;

	private final String code;

	private final Object data;

	/**
	 * An error whose data is only the status.
	 * @param status the HTTP status
	 * @param code the machine-readable code
	 * @param message the sentence for a person
	 */
	public RestError(int status, String code, String message) {
		this(status, code, message, Map.of());
	}

	/**
	 * An error with more data.
	 * @param status the HTTP status
	 * @param code the machine-readable code
	 * @param message the sentence for a person
	 * @param more what stands beside the status in {@code data}
	 */
	public RestError(int status, String code, String message, Map<String, ? extends @Nullable Object> more) {
		this(status, code, message, status, data(status, more));
	}

	private RestError(int status, String code, String message, int ignored, Object data) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.data = data;
	}

	/**
	 * An error whose data is the bare status, as refunds have it.
	 * @param status the HTTP status
	 * @param code the machine-readable code
	 * @param message the sentence for a person
	 * @return the error
	 */
	public static RestError withBareStatus(int status, String code, String message) {
		return new RestError(status, code, message, status, status);
	}

	/**
	 * An error whose data is a bare status other than its own, as refunds have it.
	 * @param status the HTTP status
	 * @param code the machine-readable code
	 * @param message the sentence for a person
	 * @param data the status in the data
	 * @return the error
	 */
	public static RestError withBareStatus(int status, String code, String message, int data) {
		return new RestError(status, code, message, status, data);
	}

	private static Map<String, @Nullable Object> data(int status, Map<String, ? extends @Nullable Object> more) {
		Map<String, @Nullable Object> data = new LinkedHashMap<>();
		data.put("status", status);
		data.putAll(more);
		return data;
	}

	/**
	 * The HTTP status.
	 * @return 400 to 599
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The error as it stands in an answer.
	 * @return code, message and data
	 */
	public Map<String, @Nullable Object> body() {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("code", this.code);
		body.put("message", getMessage());
		body.put("data", this.data);
		return body;
	}

}
