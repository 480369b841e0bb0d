package dev.banyan.runtime.web;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The trace that the gateway gave a request (W3C Trace Context): each line that is logged
 * for it has the trace's id, and calls of other processes hand it on.
 */
public final class TraceContext extends OncePerRequestFilter {

	/** The header that carries it. */
	public static final String HEADER = "traceparent";

	private static final String ID = "traceId";

	private static final Pattern VALID = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

	/**
	 * What another process that is called for the current request has to be told.
	 * @return the header's value; empty outside of a request
	 */
	public static Optional<String> current() {
		return Optional.ofNullable(MDC.get(HEADER));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HEADER);
		if (header == null || !VALID.matcher(header).matches()) {
			chain.doFilter(request, response);
			return;
		}
		try (MDC.MDCCloseable whole = MDC.putCloseable(HEADER, header);
				MDC.MDCCloseable id = MDC.putCloseable(ID, header.substring(3, 35))) {
			chain.doFilter(request, response);
		}
	}

}
