package dev.banyan.webhooks.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Posts to receivers: follows no redirect, repeats nothing, reads little of the answer
 * and takes no longer than it may.
 */
@Component
class Sending implements DisposableBean {

	private static final int ANSWER_LIMIT = 16 * 1024;

	private final CloseableHttpClient client;

	private final WebhooksSettings settings;

	/**
	 * What came of an attempt.
	 *
	 * @param status the HTTP status; null without an answer
	 * @param error why it failed; null if it did not
	 */
	record Outcome(@Nullable Integer status, @Nullable String error) {

		boolean accepted() {
			return this.error == null;
		}

	}

	Sending(WebhooksSettings settings) {
		this.settings = settings;
		PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnTotal(10_000)
			.setMaxConnPerRoute(1_000)
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(settings.connectTimeout()))
				.setSocketTimeout(Timeout.of(settings.timeout()))
				.setTimeToLive(1, TimeUnit.MINUTES)
				.build());
		if (!settings.privateAddresses()) {
			connections.setDnsResolver(new PublicAddresses());
		}
		this.client = HttpClients.custom()
			.setConnectionManager(connections.build())
			.setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(Timeout.of(settings.timeout())).build())
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.setUserAgent("Banyan-Webhooks")
			.build();
	}

	Outcome post(String url, Map<String, String> headers, String body) {
		HttpPost request;
		try {
			request = new HttpPost(URI.create(url));
		}
		catch (IllegalArgumentException ex) {
			return new Outcome(null, "Not an address: " + url);
		}
		headers.forEach(request::setHeader);
		request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
		Thread deadline = Thread.ofVirtual().start(() -> cancelLate(request));
		try (ClassicHttpResponse response = this.client.executeOpen(HttpHost.create(request.getUri()), request, null)) {
			int status = response.getCode();
			readSome(response.getEntity());
			boolean accepted = (status >= 200 && status < 300) || status == 301 || status == 302;
			return new Outcome(status, accepted ? null : "Answered " + status);
		}
		catch (Exception ex) {
			return new Outcome(null, ex.getClass().getSimpleName() + ": " + ex.getMessage());
		}
		finally {
			deadline.interrupt();
		}
	}

	private void cancelLate(HttpPost request) {
		try {
			Thread.sleep(this.settings.timeout());
			request.cancel();
		}
		catch (InterruptedException ex) {
			// The attempt has come to its end in time.
		}
	}

	/** A short answer is read to its end, so that the connection can be used again. */
	private static void readSome(@Nullable HttpEntity entity) throws IOException {
		if (entity != null) {
			InputStream content = entity.getContent();
			content.readNBytes(ANSWER_LIMIT);
		}
	}

	@Override
	public void destroy() throws IOException {
		this.client.close();
	}

}
