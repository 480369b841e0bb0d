package dev.banyan.runtime.caller;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only requests with a valid caller token into a home and makes the caller known to
 * the thread that serves them.
 */
class CallerFilter extends OncePerRequestFilter {

	private static final String UNAUTHORIZED = """
			{"title":"Unauthorized","status":401,"detail":"This process answers requests that come through the gateway."}""";

	private final CallerTokens tokens;

	CallerFilter(CallerTokens tokens) {
		this.tokens = tokens;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Caller> caller = this.tokens.verify(request.getHeader(CallerTokens.HEADER));
		if (caller.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getWriter().write(UNAUTHORIZED);
			return;
		}
		try {
			Caller.<Exception>runAs(caller.get(), () -> serve(request, response, chain));
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

	private static @Nullable Void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		return null;
	}

}
