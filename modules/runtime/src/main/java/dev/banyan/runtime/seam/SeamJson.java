package dev.banyan.runtime.seam;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of seam calls: records by their components, numbers as they are (also the
 * scale of a decimal), times in ISO 8601. What a receiver does not know it ignores, so
 * that processes of two builds understand each other as long as only components are
 * added.
 */
final class SeamJson {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultVisibility((checker) -> checker.withFieldVisibility(Visibility.ANY)
			.withGetterVisibility(Visibility.NONE)
			.withIsGetterVisibility(Visibility.NONE))
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
		.addModule(new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class))
		.build();

	private SeamJson() {
	}

	/**
	 * An object with the arguments by name; the key is not among them.
	 * @param method what is called
	 * @param arguments its arguments
	 * @return the object
	 */
	static byte[] ofArguments(SeamMethod method, @Nullable Object[] arguments) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
		try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
			json.writeStartObject();
			for (int i = 0; i < arguments.length; i++) {
				if (i != method.key()) {
					json.writeName(method.names().get(i));
					MAPPER.writerFor(method.types().get(i)).writeValue(json, arguments[i]);
				}
			}
			json.writeEndObject();
		}
		return bytes.toByteArray();
	}

	/**
	 * The names in an object of arguments.
	 * @param body the object
	 * @return the names
	 */
	static Set<String> names(byte[] body) {
		Set<String> names = new HashSet<>();
		try (JsonParser json = MAPPER.createParser(body)) {
			requireObject(json);
			for (String name = json.nextName(); name != null; name = json.nextName()) {
				names.add(name);
				json.nextToken();
				json.skipChildren();
			}
		}
		return names;
	}

	/**
	 * The arguments in an object.
	 * @param method what is called
	 * @param body the object
	 * @param key the value of the parameter that is not in it
	 * @return an argument per parameter
	 * @throws IllegalArgumentException if one is missing that cannot be null
	 */
	static @Nullable Object[] arguments(SeamMethod method, byte[] body, @Nullable String key) {
		List<String> names = method.names();
		@Nullable Object[] arguments = new Object[names.size()];
		try (JsonParser json = MAPPER.createParser(body)) {
			requireObject(json);
			for (String name = json.nextName(); name != null; name = json.nextName()) {
				json.nextToken();
				int index = names.indexOf(name);
				if (index < 0) {
					json.skipChildren();
				}
				else {
					arguments[index] = MAPPER.readerFor(method.types().get(index)).readValue(json);
				}
			}
		}
		if (method.key() >= 0) {
			arguments[method.key()] = key;
		}
		for (int i = 0; i < arguments.length; i++) {
			if (arguments[i] == null && (i == method.key() || method.types().get(i).isPrimitive())) {
				throw new IllegalArgumentException(method.path() + " needs " + names.get(i));
			}
		}
		return arguments;
	}

	private static void requireObject(JsonParser json) {
		if (json.nextToken() != JsonToken.START_OBJECT) {
			throw new IllegalArgumentException("The arguments are not an object");
		}
	}

	static byte[] ofValue(JavaType type, @Nullable Object value) {
		return type.hasRawClass(void.class) ? new byte[0] : MAPPER.writerFor(type).writeValueAsBytes(value);
	}

	static @Nullable Object value(JavaType type, byte[] body) {
		return type.hasRawClass(void.class) ? null : MAPPER.readerFor(type).readValue(body);
	}

}
