package dev.banyan.gateway.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

import dev.banyan.runtime.web.ExactContentType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Carries a home's answer to the client. If either of them breaks off, so does the other
 * side: half an answer never looks like a whole one.
 */
@Component
class Relay {

	private static final Logger logger = LoggerFactory.getLogger(Relay.class);

	private final EdgeFailures failures;

	Relay(EdgeFailures failures) {
		this.failures = failures;
	}

	/** The home's answer ended before its end. */
	private static final class HomeBrokeOff extends IOException {

		HomeBrokeOff(IOException cause) {
			super(cause);
		}

	}

	void write(HttpUriRequestBase outgoing, ClassicHttpResponse answer, Destination destination,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		try (answer) {
			write(answer, request, response);
		}
		catch (HomeBrokeOff ex) {
			outgoing.cancel();
			destination.brokenOff().run();
			logger.warn("{} {} was not answered to the end by {}: {}", request.getMethod(), request.getRequestURI(),
					destination.home(), String.valueOf(ex.getCause()));
			if (response.isCommitted()) {
				ExactContentType.breakOff(request);
			}
			else {
				response.reset();
				this.failures.write(request, response, EdgeFailures.UNAVAILABLE);
			}
		}
		catch (IOException | RuntimeException ex) {
			outgoing.cancel();
			throw ex;
		}
	}

	private static void write(ClassicHttpResponse answer, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Header connection = answer.getFirstHeader(HttpHeaders.CONNECTION);
		Set<String> hopByHop = HopByHop.of((connection != null) ? connection.getValue() : null);
		for (Header header : answer.getHeaders()) {
			if (header.getName().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
				ExactContentType.set(request, header.getValue());
			}
			else if (!hopByHop.contains(header.getName())) {
				response.addHeader(header.getName(), header.getValue());
			}
		}
		Witness witness = Witness.of(request);
		ByteArrayOutputStream kept = (witness != null) ? new ByteArrayOutputStream() : null;
		if (answer.getEntity() != null) {
			copy(answer, response, kept);
		}
		if (witness != null && kept != null) {
			witness.answered(Witness.Seen.of(answer.getCode(), answer.getHeaders(),
					(kept.size() <= Witness.LONGEST_BODY) ? kept.toByteArray() : null));
		}
	}

	private static void copy(ClassicHttpResponse answer, HttpServletResponse response,
			@Nullable ByteArrayOutputStream kept) throws IOException {
		boolean events = String.valueOf(answer.getEntity().getContentType()).startsWith("text/event-stream");
		InputStream body = answer.getEntity().getContent();
		OutputStream out = response.getOutputStream();
		byte[] buffer = new byte[8192];
		for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
			out.write(buffer, 0, read);
			if (kept != null && kept.size() <= Witness.LONGEST_BODY) {
				kept.write(buffer, 0, read);
			}
			if (events) {
				out.flush();
			}
		}
	}

	private static int read(InputStream body, byte[] buffer) throws HomeBrokeOff {
		try {
			return body.read(buffer);
		}
		catch (IOException ex) {
			throw new HomeBrokeOff(ex);
		}
	}

}
