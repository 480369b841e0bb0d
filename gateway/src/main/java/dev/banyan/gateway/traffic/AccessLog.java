package dev.banyan.gateway.traffic;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.banyan.gateway.proxy.Trace;
import dev.banyan.gateway.routing.Listeners;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line of JSON for each request, once its answer is written. Queries are left out:
 * clients put their secrets there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(AccessLogSettings.class)
class AccessLog extends OncePerRequestFilter {

	private final @Nullable LineFile file;

	private final Listeners listeners;

	private final JsonMapper json;

	private final Clock clock;

	AccessLog(AccessLogSettings settings, Listeners listeners, JsonMapper json, Clock clock) {
		this.file = (settings.file() != null) ? new LineFile(settings.file(), settings.days()) : null;
		this.listeners = listeners;
		this.json = json;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.file == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Instant at = this.clock.instant();
		long start = System.nanoTime();
		boolean whole = false;
		try {
			chain.doFilter(request, response);
			whole = true;
		}
		finally {
			if (this.file != null) {
				this.file
					.write(this.json.writeValueAsString(line(request, response, at, System.nanoTime() - start, whole)));
			}
		}
	}

	private Map<String, @Nullable Object> line(HttpServletRequest request, HttpServletResponse response, Instant at,
			long nanos, boolean whole) {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
		line.put("trace", Trace.of(request).id());
		line.put("client", request.getRemoteAddr());
		line.put("listener", this.listeners.secure(request.getLocalPort()) ? "secure" : "plain");
		line.put("method", request.getMethod());
		line.put("path", request.getRequestURI());
		line.put("status", response.getStatus());
		line.put("millis", nanos / 10_000 / 100.0);
		Served served = Served.of(request);
		if (served != null) {
			line.put("capability", served.capability());
			line.put("home", served.home());
			line.put("phase", served.phase());
			line.put("consumer", served.consumer());
		}
		line.put("agent", request.getHeader("User-Agent"));
		if (!whole) {
			line.put("brokenOff", true);
		}
		return line;
	}

	@Override
	public void destroy() {
		if (this.file != null) {
			this.file.close();
		}
	}

}
