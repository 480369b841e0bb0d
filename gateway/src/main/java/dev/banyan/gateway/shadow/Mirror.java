package dev.banyan.gateway.shadow;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

import dev.banyan.gateway.proxy.Witness;
import dev.banyan.gateway.routing.Home;
import dev.banyan.gateway.routing.Instances;
import dev.banyan.gateway.routing.Listeners;
import dev.banyan.runtime.caller.CallerTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Sends copies of safe requests to a candidate once the client has its answer. At most 64
 * at a time, over connections of their own; what does not fit is dropped and counted.
 */
@Component
public class Mirror {

	private static final int AT_A_TIME = 64;

	/** So often both are asked again if writes pass meanwhile. */
	private static final int SECOND_LOOKS = 3;

	private static final Timeout PATIENCE = Timeout.ofSeconds(5);

	private static final Set<String> NOT_COPIED = Set.of("connection", "keep-alive", "te", "trailer",
			"transfer-encoding", "upgrade", "content-length", "host", "authorization",
			CallerTokens.HEADER.toLowerCase(Locale.ROOT), "forwarded", "x-forwarded-for", "x-forwarded-host",
			"x-forwarded-proto", "if-none-match", "if-modified-since");

	private final Semaphore room = new Semaphore(AT_A_TIME);

	private final CloseableHttpClient client = HttpClients.custom()
		.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnPerRoute(AT_A_TIME)
			.setMaxConnTotal(2 * AT_A_TIME)
			.setDefaultConnectionConfig(
					ConnectionConfig.custom().setConnectTimeout(PATIENCE).setSocketTimeout(PATIENCE).build())
			.build())
		.setDefaultRequestConfig(
				RequestConfig.custom().setResponseTimeout(PATIENCE).setConnectionRequestTimeout(PATIENCE).build())
		.disableContentCompression()
		.disableCookieManagement()
		.disableAutomaticRetries()
		.disableRedirectHandling()
		.build();

	private final Inbox inbox;

	private final Writes writes;

	private final Listeners listeners;

	private final Instances instances;

	private final Counter compared;

	private final Counter changed;

	private final Counter skipped;

	private final Counter dropped;

	Mirror(Inbox inbox, Writes writes, Listeners listeners, Instances instances, MeterRegistry meters) {
		this.inbox = inbox;
		this.writes = writes;
		this.listeners = listeners;
		this.instances = instances;
		this.compared = outcome(meters, "compared");
		this.changed = outcome(meters, "changed_meanwhile");
		this.skipped = outcome(meters, "skipped");
		this.dropped = outcome(meters, "dropped");
	}

	private static Counter outcome(MeterRegistry meters, String outcome) {
		return Counter.builder("banyan.shadow").tag("outcome", outcome).register(meters);
	}

	private record Copy(String method, String uri, List<Map.Entry<String, String>> headers, String host,
			@Nullable String authorization, String token) {
	}

	/**
	 * Compares the answer to a request with the candidate's, later.
	 * @param request a safe request
	 * @param capability whose it is
	 * @param home who answers it
	 * @param candidate who is asked as well
	 * @param token the signed caller
	 */
	public void watch(HttpServletRequest request, String capability, Home home, Home candidate, String token) {
		boolean once = !this.listeners.secure(request.getLocalPort()) && (home.legacy() || candidate.legacy());
		if (once || request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
			this.skipped.increment();
			return;
		}
		Copy copy = copy(request, token);
		Writes.Since begin = this.writes.now();
		Witness.watch(request, (seen) -> later(copy, seen, begin, capability, home, candidate));
	}

	private static Copy copy(HttpServletRequest request, String token) {
		List<Map.Entry<String, String>> headers = new ArrayList<>();
		request.getHeaderNames().asIterator().forEachRemaining((name) -> {
			if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
				request.getHeaders(name).asIterator().forEachRemaining((value) -> headers.add(Map.entry(name, value)));
			}
		});
		String query = request.getQueryString();
		return new Copy(request.getMethod(),
				(query != null) ? request.getRequestURI() + "?" + query : request.getRequestURI(), headers,
				String.valueOf(request.getHeader("Host")), request.getHeader("Authorization"), token);
	}

	private void later(Copy copy, Witness.Seen seen, Writes.Since begin, String capability, Home home, Home candidate) {
		if (seen.body() == null) {
			this.skipped.increment();
		}
		else if (!this.room.tryAcquire()) {
			this.dropped.increment();
		}
		else {
			Thread.ofVirtual().name("shadow").start(() -> {
				try {
					compare(copy, seen, begin, capability, home, candidate);
				}
				finally {
					this.room.release();
				}
			});
		}
	}

	private void compare(Copy copy, Witness.Seen seen, Writes.Since begin, String capability, Home home,
			Home candidate) {
		List<Difference> differences;
		try {
			differences = Comparison.of(seen, ask(copy, candidate));
			if (!differences.isEmpty() && (changedMeanwhile(copy, seen, home)
					|| (!this.writes.noneSince(begin) && agreeNow(copy, home, candidate)))) {
				this.changed.increment();
				return;
			}
		}
		catch (IOException ex) {
			differences = List.of(new Difference("answer", Difference.Kind.NO_ANSWER, "status " + seen.status(),
					ex.getClass().getSimpleName()));
		}
		this.compared.increment();
		this.inbox.compared(capability, copy.method(), copy.uri(), differences);
	}

	private boolean changedMeanwhile(Copy copy, Witness.Seen seen, Home home) {
		try {
			return !Comparison.of(seen, ask(copy, home)).isEmpty();
		}
		catch (IOException ex) {
			return true;
		}
	}

	/** What was changed and changed back between two answers looks like a difference. */
	private boolean agreeNow(Copy copy, Home home, Home candidate) {
		try {
			for (int look = 0; look < SECOND_LOOKS; look++) {
				if (Comparison.of(ask(copy, home), ask(copy, candidate)).isEmpty()) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Witness.Seen ask(Copy copy, Home home) throws IOException {
		URI address = this.instances.of(home)
			.stream()
			.findFirst()
			.orElseThrow(() -> new IOException(home.name() + " has no instance"));
		HttpUriRequestBase request = new HttpUriRequestBase(copy.method(), address);
		request.setPath(copy.uri());
		copy.headers().forEach((header) -> request.addHeader(header.getKey(), header.getValue()));
		if (home.legacy()) {
			request.setHeader("Host", copy.host());
			if (copy.authorization() != null) {
				request.setHeader("Authorization", copy.authorization());
			}
		}
		else {
			request.setHeader(CallerTokens.HEADER, copy.token());
		}
		HttpHost host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
		return this.client.execute(host, request,
				(answer) -> Witness.Seen.of(answer.getCode(), answer.getHeaders(), (answer.getEntity() != null)
						? EntityUtils.toByteArray(answer.getEntity(), 2 * Witness.LONGEST_BODY) : new byte[0]));
	}

	@PreDestroy
	void close() throws IOException {
		this.client.close();
	}

}
