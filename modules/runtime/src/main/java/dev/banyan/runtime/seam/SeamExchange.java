package dev.banyan.runtime.seam;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import dev.banyan.runtime.caller.CallerTokens;
import dev.banyan.runtime.web.TraceContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One request to a process and its answer.
 */
final class SeamExchange {

	private final URI process;

	private final CloseableHttpClient http;

	SeamExchange(URI process, PlacementSettings.Module place) {
		this.process = process;
		this.http = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(RemoteModule.CONCURRENT_CALLS)
				.setMaxConnTotal(RemoteModule.CONCURRENT_CALLS)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(Timeout.of(place.connectTimeout()))
					.setSocketTimeout(Timeout.of(place.readTimeout()))
					.setValidateAfterInactivity(TimeValue.ofSeconds(1))
					.build())
				.build())
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableRedirectHandling()
			.build();
	}

	/**
	 * Sends a call.
	 * @param path what is called
	 * @param token who calls
	 * @param key its key, if it has one
	 * @param body its arguments
	 * @return the result
	 * @throws IOException if it was not answered
	 * @throws RuntimeException what the other side threw
	 */
	byte[] post(String path, String token, @Nullable String key, byte[] body) throws IOException {
		HttpPost request = new HttpPost(this.process.resolve(path));
		request.setHeader(CallerTokens.HEADER, token);
		if (key != null) {
			request.setHeader(SeamController.KEY, key);
		}
		TraceContext.current().ifPresent((trace) -> request.setHeader(TraceContext.HEADER, trace));
		request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		Answer answer = this.http.execute(request, SeamExchange::read);
		if (answer.status() == 200) {
			return answer.body();
		}
		throw failure(path, answer).orElseThrow(() -> new IOException(path + " was answered with " + answer.status()));
	}

	private static Optional<RuntimeException> failure(String path, Answer answer) throws IOException {
		try {
			return SeamProblems.read(answer.body());
		}
		catch (JacksonException ex) {
			throw new IOException(path + " was answered with " + answer.status(), ex);
		}
	}

	private static Answer read(ClassicHttpResponse response) throws IOException {
		byte[] body = (response.getEntity() != null) ? EntityUtils.toByteArray(response.getEntity()) : new byte[0];
		return new Answer(response.getCode(), body);
	}

	private record Answer(int status, byte[] body) {
	}

}
