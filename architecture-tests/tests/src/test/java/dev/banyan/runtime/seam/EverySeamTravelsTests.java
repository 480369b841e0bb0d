package dev.banyan.runtime.seam;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.banyan.runtime.Unavailable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JavaType;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a module's API takes, returns and throws arrives in another process as it was
 * sent.
 */
class EverySeamTravelsTests {

	private static final List<SeamModule> MODULES = SeamModule.all(EverySeamTravelsTests.class.getClassLoader());

	@TestFactory
	Stream<DynamicTest> argumentsArriveAsTheyWere() {
		return methods().map((method) -> DynamicTest.dynamicTest(named(method), () -> {
			for (boolean full : List.of(true, false)) {
				Object[] sent = sent(method, new Samples(full));
				String key = (method.key() < 0) ? null : (String) sent[method.key()];
				Object[] arrived = SeamJson.arguments(method, SeamJson.ofArguments(method, sent), key);
				assertThat(arrived).isEqualTo(sent);
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> resultsArriveAsTheyWere() {
		return methods().filter((method) -> !method.result().hasRawClass(void.class))
			.map((method) -> DynamicTest.dynamicTest(named(method), () -> {
				for (boolean full : List.of(true, false)) {
					Object sent = new Samples(full).of(method.method().getGenericReturnType(), null);
					JavaType type = method.result();
					assertThat(SeamJson.value(type, SeamJson.ofValue(type, sent))).isEqualTo(sent);
				}
			}));
	}

	@TestFactory
	Stream<DynamicTest> exceptionsArriveAsTheyWere() {
		return apiTypes().filter(RuntimeException.class::isAssignableFrom)
			.filter((type) -> !Modifier.isAbstract(type.getModifiers()))
			.map((type) -> DynamicTest.dynamicTest(type.getName(), () -> arrives(type)));
	}

	private static void arrives(Class<?> type) throws ReflectiveOperationException {
		Constructor<?> constructor = type.getConstructors()[0];
		RuntimeException sent = (RuntimeException) constructor.newInstance(new Samples(true).arguments(constructor));
		SeamProblems.Problem problem = SeamProblems.of(sent);
		assertThat(problem.status()).isEqualTo((sent instanceof Unavailable) ? 503 : 409);
		RuntimeException arrived = SeamProblems.read(problem.body()).orElseThrow();
		assertThat(arrived).isExactlyInstanceOf(type).hasMessage(sent.getMessage());
		for (Parameter parameter : constructor.getParameters()) {
			if (!parameter.getName().equals("message") && parameter.getType() != Throwable.class) {
				Method told = type.getMethod(parameter.getName());
				assertThat(told.invoke(arrived)).as(parameter.getName()).isEqualTo(told.invoke(sent));
			}
		}
	}

	@Test
	void everyInterfaceIsASeamOrAKnownPort() {
		TreeSet<String> ports = new TreeSet<>();
		apiTypes().filter((type) -> type.isInterface() && !type.isSynthetic() && !type.isMemberClass())
			.filter((type) -> MODULES.stream().noneMatch((module) -> module.seams().contains(type)))
			.forEach((type) -> ports.add(type.getName()));
		assertThat(ports).containsExactly("dev.banyan.payments.PaymentProvider", "dev.banyan.webhooks.MessageFormat");
	}

	@Test
	void everyModuleNamesItsOwnUnavailability() {
		assertThat(MODULES).hasSize(11);
		for (SeamModule module : MODULES) {
			assertThat(module.unavailable(new IOException("gone"))).hasCauseInstanceOf(IOException.class);
			assertThat(module.unavailable().getPackageName()).endsWith("." + module.name());
		}
	}

	private static Object[] sent(SeamMethod method, Samples samples) {
		List<Object> sent = new ArrayList<>();
		for (Parameter parameter : method.method().getParameters()) {
			sent.add(samples.of(parameter.getParameterizedType(), parameter.getAnnotatedType()));
		}
		return sent.toArray();
	}

	private static Stream<SeamMethod> methods() {
		return MODULES.stream()
			.flatMap(
					(module) -> module.seams().stream().flatMap((seam) -> SeamMethod.of(module.name(), seam).stream()));
	}

	private static String named(SeamMethod method) {
		return method.path() + " " + method.names();
	}

	private static Stream<Class<?>> apiTypes() {
		return MODULES.stream().flatMap((module) -> {
			try {
				String folder = (SeamModule.BASE + "." + module.name()).replace('.', '/');
				Resource[] found = new PathMatchingResourcePatternResolver()
					.getResources("classpath*:" + folder + "/*.class");
				return Arrays.stream(found).map(Resource::getFilename).distinct().map((file) -> load(module, file));
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static Class<?> load(SeamModule module, String file) {
		try {
			return Class.forName(SeamModule.BASE + "." + module.name() + "." + file.replace(".class", ""));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
