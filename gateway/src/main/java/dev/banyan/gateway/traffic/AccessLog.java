package dev.banyan.gateway.traffic;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.banyan.gateway.proxy.Trace;
import dev.banyan.gateway.routing.Listeners;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

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

	/** Set on a request whose answer did not end. */
	static final String BROKEN_OFF = AccessLog.class.getName() + ".brokenOff";

	private final @Nullable LineFile file;

	private final Listeners listeners;

	private final Clock clock;

	AccessLog(AccessLogSettings settings, Listeners listeners, Clock clock) {
		this.file = (settings.file() != null) ? new LineFile(settings.file(), settings.days(), clock) : null;
		this.listeners = listeners;
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
				boolean ended = whole && request.getAttribute(BROKEN_OFF) == null;
				this.file.write(line(request, response, at, System.nanoTime() - start, ended));
			}
		}
	}

	private String line(HttpServletRequest request, HttpServletResponse response, Instant at, long nanos,
			boolean ended) {
		StringBuilder line = new StringBuilder(400).append("{\"at\":\"")
			.append(at.truncatedTo(ChronoUnit.MILLIS))
			.append("\",\"status\":")
			.append(response.getStatus())
			.append(",\"millis\":")
			.append(nanos / 10_000 / 100.0);
		add(line, "method", request.getMethod());
		add(line, "path", request.getRequestURI());
		add(line, "trace", Trace.of(request).id());
		add(line, "client", request.getRemoteAddr());
		add(line, "listener", this.listeners.secure(request.getLocalPort()) ? "secure" : "plain");
		Served served = Served.of(request);
		if (served != null) {
			add(line, "capability", served.capability());
			add(line, "home", served.home());
			add(line, "phase", served.phase().name());
			add(line, "consumer", served.consumer());
		}
		add(line, "agent", request.getHeader("User-Agent"));
		return line.append(ended ? "}" : ",\"brokenOff\":true}").toString();
	}

	private static void add(StringBuilder line, String name, @Nullable String value) {
		if (value != null) {
			line.append(",\"").append(name).append("\":\"");
			JsonStringEncoder.getInstance().quoteAsString(value, line);
			line.append('"');
		}
	}

	@Override
	public void destroy() {
		if (this.file != null) {
			this.file.close();
		}
	}

}
