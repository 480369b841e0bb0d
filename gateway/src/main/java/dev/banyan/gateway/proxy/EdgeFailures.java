package dev.banyan.gateway.proxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.banyan.runtime.edge.EdgeErrors;
import dev.banyan.runtime.edge.EdgeFailure;
import dev.banyan.runtime.web.ExactContentType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers failures of the gateway itself: in the words of the API that was called, or as
 * problem details.
 */
@Component
public class EdgeFailures {

	/** When a client may try again. */
	static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	static final EdgeFailure UNAVAILABLE = new EdgeFailure(503, EdgeFailure.Kind.HOME_UNAVAILABLE,
			"The shop is not available at the moment. Please try again.", RETRY_AFTER);

	private final List<EdgeErrors> apis;

	EdgeFailures(List<EdgeErrors> apis) {
		this.apis = apis;
	}

	/**
	 * Words a failure.
	 * @param request the request that failed
	 * @param failure what happened
	 * @return the answer
	 */
	public ServerResponse answer(ServerRequest request, EdgeFailure failure) {
		return GatewayServerResponse.status(failure.status()).build((servletRequest, response) -> {
			write(servletRequest, response, failure);
			return null;
		});
	}

	/** For an answer that has not begun. */
	void write(HttpServletRequest request, HttpServletResponse response, EdgeFailure failure) throws IOException {
		EdgeErrors.Body body = worded(request.getRequestURI(), failure);
		response.setStatus(failure.status());
		if (failure.retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfter().toSeconds()));
		}
		ExactContentType.set(request, body.contentType());
		response.getOutputStream().write(body.text().getBytes(StandardCharsets.UTF_8));
	}

	/** A path that nobody could read is null. */
	EdgeErrors.Body worded(@Nullable String path, EdgeFailure failure) {
		return this.apis.stream()
			.filter((api) -> path != null && api.handles(path))
			.findFirst()
			.map((api) -> api.render(failure))
			.orElseGet(() -> problem(failure));
	}

	private static EdgeErrors.Body problem(EdgeFailure failure) {
		return new EdgeErrors.Body("application/problem+json", "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
			.formatted(failure.kind().name().toLowerCase().replace('_', ' '), failure.status(), failure.detail()));
	}

}
