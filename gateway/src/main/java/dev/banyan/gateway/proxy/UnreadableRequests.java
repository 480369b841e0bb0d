package dev.banyan.gateway.proxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.banyan.runtime.edge.EdgeErrors;
import dev.banyan.runtime.edge.EdgeFailure;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Words the refusals that the web server makes itself, before any handler sees the
 * request, in the envelope of the API that was called.
 */
class UnreadableRequests extends ErrorReportValve {

	private final EdgeFailures failures;

	UnreadableRequests(EdgeFailures failures) {
		this.failures = failures;
	}

	@Override
	protected void report(Request request, Response response, Throwable throwable) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		EdgeErrors.Body body = this.failures.worded(request.getRequestURI(),
				new EdgeFailure(status, EdgeFailure.Kind.UNREADABLE, "The request could not be read.", null));
		response.setContentType(body.contentType());
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		try {
			response.getReporter().write(body.text());
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			getContainer().getLogger().debug("The client did not wait for its refusal", ex);
		}
	}

}
