package dev.banyan.gateway.proxy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Semaphore;

import dev.banyan.runtime.caller.CallerTokens;
import dev.banyan.runtime.edge.EdgeFailure;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Carries one request to a home: path, query and headers byte for byte, bodies streamed
 * both ways. When the client leaves, the home's answer is cancelled. It is the handler of
 * the gateway's route itself, without the framework's own, which would build an address
 * and a filtered set of headers that nobody uses (docs/adr/0013).
 */
@Component
public class HomeExchange implements HandlerFunction<ServerResponse> {

	private static final Logger logger = LoggerFactory.getLogger(HomeExchange.class);

	/** Without a body, even if a client says that its length is 0. */
	private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");

	private static final Set<String> OURS = HopByHop.ignoringCase("host", "authorization", CallerTokens.HEADER,
			"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port",
			"x-forwarded-prefix");

	private final CloseableHttpClient client;

	private final ProxySettings settings;

	private final Guards guards;

	private final EdgeFailures failures;

	private final Relay relay;

	HomeExchange(CloseableHttpClient homeClient, ProxySettings settings, Guards guards, EdgeFailures failures,
			Relay relay) {
		this.client = homeClient;
		this.settings = settings;
		this.guards = guards;
		this.failures = failures;
		this.relay = relay;
	}

	/**
	 * Asks the home to which {@link Destination#attachTo} sends the request.
	 * @param request the client's request
	 * @return the home's answer, or why there is none; never a null
	 */
	@Override
	public ServerResponse handle(ServerRequest request) {
		Destination destination = Destination.of(request);
		HttpServletRequest incoming = request.servletRequest();
		if (incoming.getContentLengthLong() > this.settings.maxBody().toBytes()) {
			return tooLarge(request);
		}
		try {
			return send(incoming, destination);
		}
		catch (LimitedStream.BodyTooLarge ex) {
			return tooLarge(request);
		}
		catch (LimitedStream.ClientFault ex) {
			return this.failures.answer(request, new EdgeFailure(400, EdgeFailure.Kind.BODY_BROKEN_OFF,
					"The request's body ended before its end.", null));
		}
		catch (Guards.Refused | ConnectTimeoutException ex) {
			return unavailable(request, destination, ex);
		}
		catch (SocketTimeoutException ex) {
			log(request, destination, ex);
			return this.failures.answer(request, new EdgeFailure(504, EdgeFailure.Kind.HOME_TIMEOUT,
					"The shop did not answer in time.", EdgeFailures.RETRY_AFTER));
		}
		catch (IOException ex) {
			return unavailable(request, destination, ex);
		}
	}

	private ServerResponse send(HttpServletRequest incoming, Destination destination) throws IOException {
		Semaphore bulkhead = this.guards.enter(destination.home());
		boolean relayed = false;
		try {
			Sent sent = sent(incoming, destination);
			relayed = true;
			return relay(sent, destination, bulkhead);
		}
		finally {
			if (!relayed) {
				bulkhead.release();
			}
		}
	}

	private Sent sent(HttpServletRequest incoming, Destination destination) throws IOException {
		try {
			return once(incoming, destination);
		}
		catch (HttpHostConnectException | ConnectTimeoutException | NoHttpResponseException ex) {
			if (!incoming.getMethod().equals("GET") && !incoming.getMethod().equals("HEAD")) {
				throw ex;
			}
			return once(incoming, destination);
		}
	}

	private record Sent(HttpUriRequestBase request, ClassicHttpResponse answer) {
	}

	private Sent once(HttpServletRequest incoming, Destination destination) throws IOException {
		Guards.Attempt attempt = this.guards.next(destination.instances());
		boolean told = false;
		URI address = attempt.address();
		HttpHost host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
		HttpUriRequestBase outgoing = outgoing(incoming, destination, address);
		LimitedStream body = new LimitedStream(incoming.getInputStream(), this.settings.maxBody().toBytes(),
				outgoing::cancel);
		attach(body, incoming, outgoing);
		try {
			Sent sent = new Sent(outgoing, this.client.executeOpen(host, outgoing, null));
			attempt.answered();
			told = true;
			return sent;
		}
		catch (IOException ex) {
			if (body.fault().isPresent()) {
				throw body.fault().get();
			}
			attempt.failed(ex);
			told = true;
			throw ex;
		}
		finally {
			if (!told) {
				attempt.abandoned();
			}
		}
	}

	private HttpUriRequestBase outgoing(HttpServletRequest incoming, Destination destination, URI address) {
		HttpUriRequestBase outgoing = new HttpUriRequestBase(incoming.getMethod(), address);
		String query = incoming.getQueryString();
		outgoing.setPath((query != null) ? incoming.getRequestURI() + "?" + query : incoming.getRequestURI());
		boolean untouched = destination.callerToken() == null;
		Trace trace = Trace.of(incoming);
		Set<String> hopByHop = HopByHop.of(incoming.getHeader(HttpHeaders.CONNECTION));
		incoming.getHeaderNames().asIterator().forEachRemaining((name) -> {
			boolean body = name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
					|| name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
			boolean dropped = untouched ? name.equalsIgnoreCase(CallerTokens.HEADER) : OURS.contains(name);
			dropped |= name.equalsIgnoreCase(Trace.HEADER)
					|| (!trace.continued() && name.equalsIgnoreCase(Trace.STATE));
			if (!body && !dropped && !hopByHop.contains(name)) {
				incoming.getHeaders(name).asIterator().forEachRemaining((value) -> outgoing.addHeader(name, value));
			}
		});
		if (!untouched) {
			outgoing.setHeader(CallerTokens.HEADER, destination.callerToken());
		}
		outgoing.setHeader(Trace.HEADER, trace.header());
		return outgoing;
	}

	private static void attach(LimitedStream body, HttpServletRequest incoming, HttpUriRequestBase outgoing) {
		boolean chunked = incoming.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
		long length = incoming.getContentLengthLong();
		String type = incoming.getHeader(HttpHeaders.CONTENT_TYPE);
		if (length > 0 || chunked || (length == 0 && !BODILESS.contains(incoming.getMethod()))) {
			outgoing.setEntity(new InputStreamEntity(body, chunked ? -1 : length, null));
		}
		if (type != null) {
			outgoing.setHeader(HttpHeaders.CONTENT_TYPE, type);
		}
	}

	private ServerResponse relay(Sent sent, Destination destination, Semaphore bulkhead) {
		return GatewayServerResponse.status(sent.answer().getCode()).build((request, response) -> {
			try {
				this.relay.write(sent.request(), sent.answer(), destination, request, response);
			}
			finally {
				bulkhead.release();
			}
			return null;
		});
	}

	private ServerResponse tooLarge(ServerRequest request) {
		return this.failures.answer(request, new EdgeFailure(413, EdgeFailure.Kind.BODY_TOO_LARGE,
				"The request body is larger than " + this.settings.maxBody().toMegabytes() + " MB.", null));
	}

	private ServerResponse unavailable(ServerRequest request, Destination destination, IOException cause) {
		log(request, destination, cause);
		return this.failures.answer(request, EdgeFailures.UNAVAILABLE);
	}

	private static void log(ServerRequest request, Destination destination, IOException cause) {
		logger.warn("{} {} failed at {}: {}", request.method(), request.servletRequest().getRequestURI(),
				destination.home(), cause.toString());
	}

}
