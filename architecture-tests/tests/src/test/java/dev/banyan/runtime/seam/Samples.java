package dev.banyan.runtime.seam;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Makes values of any type that an API may have: all different, so that two that are
 * mixed up show.
 */
final class Samples {

	private final boolean full;

	private int next = 3;

	/**
	 * Starts anew.
	 * @param full whether there is a value wherever there may be none
	 */
	Samples(boolean full) {
		this.full = full;
	}

	@Nullable Object of(Type type, @Nullable AnnotatedElement place) {
		return (!this.full && place != null && place.isAnnotationPresent(Nullable.class)) ? null : of(type, Map.of());
	}

	Object[] arguments(Constructor<?> constructor) {
		List<Object> arguments = new ArrayList<>();
		for (Parameter parameter : constructor.getParameters()) {
			arguments.add(Throwable.class.isAssignableFrom(parameter.getType()) ? new IllegalStateException("why")
					: of(parameter.getParameterizedType(), Map.of()));
		}
		return arguments.toArray();
	}

	private Object of(Type type, Map<TypeVariable<?>, Type> bound) {
		if (type instanceof TypeVariable<?> variable) {
			return of(bound.get(variable), bound);
		}
		if (type instanceof ParameterizedType generic) {
			return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), bound);
		}
		return of((Class<?>) type, new Type[0], bound);
	}

	private Object of(Class<?> type, Type[] arguments, Map<TypeVariable<?>, Type> bound) {
		this.next++;
		if (type == List.class) {
			return this.full ? List.of(of(arguments[0], bound), of(arguments[0], bound)) : List.of();
		}
		if (type == Set.class) {
			return this.full ? new LinkedHashSet<>(List.of(of(arguments[0], bound))) : Set.of();
		}
		if (type == Map.class) {
			Map<Object, Object> map = new LinkedHashMap<>();
			map.put(of(arguments[0], bound), of(arguments[1], bound));
			return map;
		}
		if (type == Optional.class) {
			return this.full ? Optional.of(of(arguments[0], bound)) : Optional.empty();
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[this.next % type.getEnumConstants().length];
		}
		return type.isRecord() ? record(type, arguments, bound) : simple(type);
	}

	private Object record(Class<?> type, Type[] arguments, Map<TypeVariable<?>, Type> bound) {
		Map<TypeVariable<?>, Type> own = new LinkedHashMap<>(bound);
		for (int i = 0; i < arguments.length; i++) {
			own.put(type.getTypeParameters()[i], arguments[i]);
		}
		List<Class<?>> types = new ArrayList<>();
		List<@Nullable Object> components = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			types.add(component.getType());
			AnnotatedType annotated = component.getAnnotatedType();
			components.add((!this.full && annotated.isAnnotationPresent(Nullable.class)) ? null
					: of(component.getGenericType(), own));
		}
		try {
			Constructor<?> canonical = type.getDeclaredConstructor(types.toArray(Class[]::new));
			assert Modifier.isPublic(canonical.getModifiers()) || type.isMemberClass();
			return canonical.newInstance(components.toArray());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type.getName(), ex);
		}
	}

	private Object simple(Class<?> type) {
		if (type == String.class) {
			return "text \"" + this.next + "\" ÄЖ漢\n";
		}
		if (type == long.class || type == Long.class) {
			return Long.MAX_VALUE - this.next;
		}
		if (type == int.class || type == Integer.class) {
			return this.next;
		}
		if (type == boolean.class || type == Boolean.class) {
			return this.next % 2 == 0;
		}
		if (type == BigDecimal.class) {
			return new BigDecimal("12345678901234567890.5" + this.next + "00");
		}
		if (type == Instant.class) {
			return Instant.parse("2026-11-21T12:00:00.123456789Z").plusSeconds(this.next);
		}
		if (type == LocalDate.class) {
			return LocalDate.of(2026, 11, 21).plusDays(this.next);
		}
		if (type == Duration.class) {
			return Duration.ofMillis(90_061_001L + this.next);
		}
		if (type == UUID.class) {
			return new UUID(this.next, this.next);
		}
		if (type == URI.class) {
			return URI.create("https://shop.example/" + this.next);
		}
		if (type == Object.class) {
			return new LinkedHashMap<>(Map.of("list", List.of("a", 1, true, new BigDecimal("1.50"))));
		}
		throw new IllegalArgumentException(type.getName() + " in an API: can it travel? Then add a sample of it here");
	}

}
