package dev.banyan.runtime.seam;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.banyan.runtime.Unavailable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.ClassUtils;

/**
 * Exceptions as problems (RFC 9457) and back. One of a module's API is a type of its own,
 * {@code urn:banyan:inventory:out-of-stock}, with a property per parameter of its only
 * constructor, read by the accessor of the same name; {@code message} is the detail, a
 * cause stays where it is. All others are few types: a value that the database does not
 * take, what passes by itself, what nobody foresaw.
 */
final class SeamProblems {

	private static final String URN = "urn:banyan:";

	private static final String UNFITTING = URN + "runtime:unfitting-value";

	private static final String PASSING = URN + "runtime:passing";

	private static final String INVALID = URN + "runtime:invalid-argument";

	private static final String FAILED = URN + "runtime:failed";

	private static final Pattern OF_MODULE = Pattern.compile(URN + "([a-z]+):([a-z0-9-]+)");

	private SeamProblems() {
	}

	/**
	 * What an exception is told as.
	 *
	 * @param status the HTTP status
	 * @param body the problem
	 */
	record Problem(int status, byte[] body) {
	}

	static Problem of(RuntimeException failure) {
		Class<?> type = failure.getClass();
		if (isOfApi(type)) {
			return problem(type(type), (failure instanceof Unavailable) ? 503 : 409, failure.getMessage(),
					properties(failure));
		}
		if (failure instanceof IllegalArgumentException) {
			return problem(INVALID, 400, failure.getMessage(), Map.of());
		}
		if (Unavailable.isPassing(failure)) {
			return problem(PASSING, 503, failure.getMessage(), Map.of());
		}
		if (failure instanceof DataIntegrityViolationException
				&& NestedExceptionUtils.getRootCause(failure) instanceof SQLException sql
				&& sql.getSQLState() != null) {
			return problem(UNFITTING, 409, sql.getMessage(), Map.of("sqlState", sql.getSQLState()));
		}
		return problem(FAILED, 500, failure.toString(), Map.of());
	}

	/**
	 * The exception that a problem tells.
	 * @param body the problem
	 * @return the exception; empty if the call was not really answered
	 */
	static Optional<RuntimeException> read(byte[] body) {
		JsonNode problem = SeamJson.MAPPER.readTree(body);
		String type = problem.path("type").asString("");
		String detail = problem.path("detail").asString("");
		return switch (type) {
			case UNFITTING -> Optional.of(new DataIntegrityViolationException(detail,
					new SQLException(detail, problem.path("sqlState").asString(""))));
			case INVALID -> Optional.of(new IllegalArgumentException(detail));
			case FAILED -> Optional.of(new IllegalStateException(detail));
			default -> ofApi(type).map((known) -> make(known, problem));
		};
	}

	/** Whether it belongs to the root package of a module, not to the runtime. */
	static boolean isOfApi(Class<?> type) {
		return ClassUtils.getPackageName(type.getPackageName()).equals(SeamModule.BASE)
				&& type.getPackage() != Unavailable.class.getPackage();
	}

	private static Optional<Class<?>> ofApi(String type) {
		Matcher urn = OF_MODULE.matcher(type);
		if (!urn.matches()) {
			return Optional.empty();
		}
		StringBuilder name = new StringBuilder();
		for (String word : urn.group(2).split("-")) {
			name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
		}
		try {
			Class<?> known = ClassUtils.forName(SeamModule.BASE + "." + urn.group(1) + "." + name,
					SeamProblems.class.getClassLoader());
			return (RuntimeException.class.isAssignableFrom(known) && !Modifier.isAbstract(known.getModifiers()))
					? Optional.of(known) : Optional.empty();
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return Optional.empty();
		}
	}

	private static String type(Class<?> type) {
		return URN + type.getPackageName().substring(SeamModule.BASE.length() + 1) + ":" + SeamMethod.kebab(type);
	}

	private static Map<String, @Nullable Object> properties(RuntimeException failure) {
		Map<String, @Nullable Object> properties = new LinkedHashMap<>();
		for (Parameter parameter : constructor(failure.getClass()).getParameters()) {
			if (isProperty(parameter)) {
				try {
					properties.put(parameter.getName(),
							failure.getClass().getMethod(parameter.getName()).invoke(failure));
				}
				catch (ReflectiveOperationException ex) {
					throw new IllegalStateException(
							failure.getClass().getName() + " does not tell its " + parameter.getName(), ex);
				}
			}
		}
		return properties;
	}

	private static boolean isProperty(Parameter parameter) {
		return !parameter.getName().equals("message") && !Throwable.class.isAssignableFrom(parameter.getType());
	}

	private static RuntimeException make(Class<?> type, JsonNode problem) {
		Constructor<?> constructor = constructor(type);
		Parameter[] parameters = constructor.getParameters();
		@Nullable Object[] arguments = new Object[parameters.length];
		for (int i = 0; i < parameters.length; i++) {
			if (isProperty(parameters[i])) {
				arguments[i] = SeamJson.MAPPER.treeToValue(problem.path(parameters[i].getName()),
						SeamJson.MAPPER.constructType(parameters[i].getParameterizedType()));
			}
			else if (parameters[i].getType() == String.class) {
				arguments[i] = problem.path("detail").asString("");
			}
		}
		try {
			return (RuntimeException) constructor.newInstance(arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type.getName() + " cannot be made of its properties", ex);
		}
	}

	private static Constructor<?> constructor(Class<?> type) {
		Constructor<?>[] all = type.getConstructors();
		if (all.length != 1) {
			throw new IllegalStateException(type.getName() + " has not exactly one public constructor");
		}
		return all[0];
	}

	private static Problem problem(String type, int status, @Nullable String detail,
			Map<String, ? extends @Nullable Object> properties) {
		Map<String, @Nullable Object> problem = new LinkedHashMap<>();
		problem.put("type", type);
		problem.put("status", status);
		problem.put("detail", detail);
		problem.putAll(properties);
		return new Problem(status, SeamJson.MAPPER.writeValueAsBytes(problem));
	}

}
