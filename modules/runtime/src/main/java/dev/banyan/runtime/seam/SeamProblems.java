package dev.banyan.runtime.seam;

import java.util.Map;
import java.util.function.Function;

import org.springframework.http.ProblemDetail;

/**
 * How the problems of a module's remote side become the exceptions of its API.
 *
 * @param unavailable makes the module's own exception for a call that was not answered
 * @param byType makes the exception for a problem type
 */
public record SeamProblems(Function<Throwable, ? extends RuntimeException> unavailable,
		Map<String, Function<ProblemDetail, RuntimeException>> byType) {
}
