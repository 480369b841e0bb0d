package dev.banyan.runtime.seam;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.banyan.runtime.RepeatSafe;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/**
 * A method of a seam as it is called over HTTP.
 *
 * @param module the module
 * @param method the method
 * @param names the names of its parameters
 * @param types their types
 * @param result the type of what it returns
 */
record SeamMethod(String module, Method method, List<String> names, List<JavaType> types, JavaType result) {

	/** The parameter that travels as a header. */
	private static final String KEY = "key";

	/**
	 * The methods of a seam.
	 * @param module the module
	 * @param seam one of its seams
	 * @return all that can be called over HTTP
	 * @throws IllegalArgumentException if two of them could not be told apart
	 */
	static List<SeamMethod> of(String module, Class<?> seam) {
		List<SeamMethod> methods = Arrays.stream(seam.getMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()))
			.map((method) -> of(module, method))
			.toList();
		Set<Object> seen = new HashSet<>();
		for (SeamMethod method : methods) {
			if (!seen.add(List.of(method.path(), new HashSet<>(method.names)))) {
				throw new IllegalArgumentException("Two methods are " + method.path() + " with the arguments "
						+ method.names + ": name one differently");
			}
		}
		return methods;
	}

	private static SeamMethod of(String module, Method method) {
		TypeFactory types = SeamJson.MAPPER.getTypeFactory();
		Parameter[] parameters = method.getParameters();
		if (parameters.length > 0 && !parameters[0].isNamePresent()) {
			throw new IllegalArgumentException(method + " was compiled without -parameters");
		}
		return new SeamMethod(module, method, Arrays.stream(parameters).map(Parameter::getName).toList(),
				Arrays.stream(method.getGenericParameterTypes()).map(types::constructType).toList(),
				types.constructType(method.getGenericReturnType()));
	}

	/** {@code stock} for {@code Stock}, {@code tax-rates} for {@code TaxRates}. */
	static String kebab(Class<?> type) {
		return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	String seam() {
		return kebab(this.method.getDeclaringClass());
	}

	String path() {
		return "/seams/" + this.module + "/" + seam() + "/" + this.method.getName();
	}

	/** The parameter that travels as a header; -1 if there is none. */
	int key() {
		int key = this.names.indexOf(KEY);
		return (key >= 0 && this.types.get(key).hasRawClass(String.class)) ? key : -1;
	}

	/** Whether it may be delivered again, by what it takes or by what it says. */
	boolean repeatSafe() {
		return key() >= 0 || this.method.isAnnotationPresent(RepeatSafe.class)
				|| Arrays.stream(this.method.getParameterTypes()).anyMatch(SeamMethod::hasKey);
	}

	private static boolean hasKey(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		return components != null && Arrays.stream(components)
			.anyMatch((one) -> one.getName().equals(KEY) && one.getType() == String.class);
	}

}
