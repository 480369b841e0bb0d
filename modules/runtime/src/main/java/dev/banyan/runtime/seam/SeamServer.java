package dev.banyan.runtime.seam;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Answers calls of the seams that this process hosts. It always calls the implementation
 * here, whatever the placement says: a call never goes on to a third process.
 */
public final class SeamServer {

	private static final Logger logger = LoggerFactory.getLogger(SeamServer.class);

	private static final byte[] NOT_HERE = """
			{"type":"urn:banyan:runtime:not-here","status":404,"detail":"This process does not answer this call."}"""
		.getBytes(StandardCharsets.UTF_8);

	private final LocalSeams local;

	private final Map<String, List<SeamMethod>> methods = new HashMap<>();

	SeamServer(List<SeamModule> modules, LocalSeams local) {
		this.local = local;
		for (SeamModule module : modules) {
			for (Class<?> seam : module.seams()) {
				for (SeamMethod method : SeamMethod.of(module.name(), seam)) {
					this.methods.computeIfAbsent(method.path(), (path) -> new ArrayList<>()).add(method);
				}
			}
		}
	}

	/**
	 * What is answered.
	 *
	 * @param status the HTTP status
	 * @param body JSON, a problem unless the status is 200
	 */
	public record Answer(int status, byte[] body) {
	}

	/**
	 * Answers one call.
	 * @param path the path of the request
	 * @param key the header {@code Idempotency-Key}
	 * @param arguments the body: an object with the arguments by name
	 * @return the answer; nothing is thrown
	 */
	public Answer answer(String path, @Nullable String key, byte[] arguments) {
		try {
			SeamMethod method = method(path, arguments);
			Optional<Object> here = (method != null) ? this.local.find(method.method().getDeclaringClass())
					: Optional.empty();
			return (method != null && here.isPresent())
					? new Answer(200, call(method, here.get(), SeamJson.arguments(method, arguments, key)))
					: new Answer(404, NOT_HERE);
		}
		catch (JacksonException ex) {
			return problem(path, new IllegalArgumentException(ex.getOriginalMessage(), ex));
		}
		catch (RuntimeException ex) {
			return problem(path, ex);
		}
	}

	/**
	 * Whether a call may be delivered more than once.
	 * @param path the path of the request
	 * @param arguments the body
	 * @return true if it says so, or carries a key
	 */
	public boolean isRepeatSafe(String path, byte[] arguments) {
		SeamMethod method = method(path, arguments);
		return method != null && method.repeatSafe();
	}

	private @Nullable SeamMethod method(String path, byte[] arguments) {
		List<SeamMethod> candidates = this.methods.getOrDefault(path, List.of());
		if (candidates.size() < 2) {
			return candidates.isEmpty() ? null : candidates.getFirst();
		}
		Set<String> names = SeamJson.names(arguments);
		return candidates.stream().filter((method) -> takes(method, names)).findFirst().orElse(null);
	}

	private static boolean takes(SeamMethod method, Set<String> names) {
		Set<String> own = new HashSet<>(method.names());
		if (method.key() >= 0) {
			own.remove(method.names().get(method.key()));
		}
		return own.equals(names);
	}

	private static byte[] call(SeamMethod method, Object here, @Nullable Object[] arguments) {
		try {
			return SeamJson.ofValue(method.result(), method.method().invoke(here, arguments));
		}
		catch (InvocationTargetException ex) {
			throw (ex.getTargetException() instanceof RuntimeException failure) ? failure
					: new IllegalStateException(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Answer problem(String path, RuntimeException failure) {
		SeamProblems.Problem problem = SeamProblems.of(failure);
		if (problem.status() == 500) {
			logger.error("{} failed", path, failure);
		}
		return new Answer(problem.status(), problem.body());
	}

}
