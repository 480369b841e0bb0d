package dev.banyan.legacy.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a JSON body with the limits that PHP's reader has, and refuses with its numbers
 * and words.
 */
final class JsonBody {

	private static final int MAX_DEPTH = 512;

	/**
	 * A double ends before 1e309; further out, written in full a number fills the memory.
	 */
	private static final int MAX_EXPONENT = 308;

	private final JsonMapper json = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	Map<String, @Nullable Object> parameters(byte[] bytes) {
		Object value = value(text(bytes));
		requireWritable(value);
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
		switch (value) {
			case Map<?, ?> object -> parameters.putAll(Values.object(object));
			case List<?> list -> {
				for (int i = 0; i < list.size(); i++) {
					parameters.put(String.valueOf(i), list.get(i));
				}
			}
			case null, default -> {
				// A bare text or number names no parameters.
			}
		}
		return parameters;
	}

	private static String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw invalid("Malformed UTF-8 characters, possibly incorrectly encoded", 5);
		}
	}

	private @Nullable Object value(String text) {
		try {
			return this.json.readValue(text, Object.class);
		}
		catch (StreamConstraintsException ex) {
			boolean deep = String.valueOf(ex.getMessage()).contains("depth");
			throw deep ? invalid("Maximum stack depth exceeded", 1) : invalid("Syntax error", 4);
		}
		catch (JacksonException ex) {
			throw invalid("Syntax error", 4);
		}
	}

	private static void requireWritable(@Nullable Object value) {
		switch (value) {
			case Map<?, ?> object -> object.forEach((name, member) -> {
				requireWritable(name);
				requireWritable(member);
			});
			case List<?> list -> list.forEach(JsonBody::requireWritable);
			case String text when unpaired(text) ->
				throw invalid("Single unpaired high surrogate in Unicode escape", 10);
			case BigInteger number when number.bitLength() > Double.MAX_EXPONENT -> throw invalid("Syntax error", 4);
			case BigDecimal number when Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT ->
				throw invalid("Syntax error", 4);
			case null, default -> {
				// Nothing that cannot be kept.
			}
		}
	}

	private static boolean unpaired(String text) {
		return text.codePoints()
			.anyMatch((point) -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
	}

	private static RestError invalid(String message, int code) {
		return new RestError(400, "rest_invalid_json", "Invalid JSON body passed.",
				Map.of("json_error_code", code, "json_error_message", message));
	}

}
