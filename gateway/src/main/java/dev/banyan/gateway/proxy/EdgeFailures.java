package dev.banyan.gateway.proxy;

import java.util.List;

import dev.banyan.runtime.edge.EdgeErrors;
import dev.banyan.runtime.edge.EdgeFailure;
import dev.banyan.runtime.web.ExactContentType;

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
		EdgeErrors.Body body = this.apis.stream()
			.filter((api) -> api.handles(request.servletRequest().getRequestURI()))
			.findFirst()
			.map((api) -> api.render(failure))
			.orElseGet(() -> problem(failure));
		return GatewayServerResponse.status(failure.status()).headers((headers) -> {
			if (failure.retryAfter() != null) {
				headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfter().toSeconds()));
			}
		}).build((servletRequest, response) -> {
			ExactContentType.set(servletRequest, body.contentType());
			response.getOutputStream().write(body.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
			return null;
		});
	}

	private static EdgeErrors.Body problem(EdgeFailure failure) {
		return new EdgeErrors.Body("application/problem+json", "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
			.formatted(failure.kind().name().toLowerCase().replace('_', ' '), failure.status(), failure.detail()));
	}

}
