package dev.banyan.gateway.gates;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.annotation.PreDestroy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Asks other processes and does not wait long.
 */
@Component
@EnableConfigurationProperties(GateSettings.class)
class Questions {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	/** There was no answer. */
	static class Unanswered extends Exception {

		Unanswered(Throwable cause) {
			super(cause);
		}

	}

	HttpResponse<String> ask(HttpRequest.Builder request) throws Unanswered {
		try {
			return this.client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new Unanswered(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unanswered(ex);
		}
	}

	@PreDestroy
	void close() {
		this.client.shutdownNow();
	}

}
