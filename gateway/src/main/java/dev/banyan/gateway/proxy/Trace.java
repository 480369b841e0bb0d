package dev.banyan.gateway.proxy;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to (W3C Trace Context): the client's, or a new one if
 * it sends none that can be read.
 *
 * @param id the trace's id
 * @param span the gateway's own part of it
 * @param flags the flags, as the client sent them
 * @param continued whether the trace is the client's
 */
public record Trace(String id, String span, String flags, boolean continued) {

	/** The header that carries it. */
	public static final String HEADER = "traceparent";

	/** Vendors' additions; they belong to the trace in {@link #HEADER} only. */
	static final String STATE = "tracestate";

	/**
	 * Version ff is not allowed, nor are ids of zeros only; later versions may be longer.
	 */
	private static final Pattern VALID = Pattern
		.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

	/**
	 * The trace of a request; the same one each time.
	 * @param request the request
	 * @return its trace
	 */
	public static Trace of(HttpServletRequest request) {
		if (request.getAttribute(Trace.class.getName()) instanceof Trace known) {
			return known;
		}
		Trace trace = parsed(request.getHeader(HEADER));
		request.setAttribute(Trace.class.getName(), trace);
		return trace;
	}

	static Trace parsed(@Nullable String header) {
		if (header == null || !VALID.matcher(header).matches() || (header.startsWith("00-") && header.length() != 55)) {
			return new Trace(random(16), random(8), "00", false);
		}
		return new Trace(header.substring(3, 35), random(8), header.substring(53, 55), true);
	}

	/** What a home is told. */
	String header() {
		return "00-" + this.id + "-" + this.span + "-" + this.flags;
	}

	private static String random(int length) {
		byte[] bytes = new byte[length];
		ThreadLocalRandom.current().nextBytes(bytes);
		bytes[0] |= 1;
		return HexFormat.of().formatHex(bytes);
	}

}
