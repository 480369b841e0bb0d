package dev.banyan.gateway.gates;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a <a href="https://docs.pact.io/pact_broker">Pact Broker</a>: its index for the
 * way to the latest pacts with a provider, and its matrix for their verification by a
 * build. The provider's name there is the capability's, its version the build's.
 */
class PactBroker implements Pacts {

	private static final int BAD_REQUEST = 400;

	private static final int NOT_FOUND = 404;

	private final JsonMapper json;

	private final GateSettings.Broker settings;

	private final Questions questions;

	private final Validity validity;

	PactBroker(JsonMapper json, GateSettings.Broker settings, Questions questions, Validity validity) {
		this.json = json;
		this.settings = settings;
		this.questions = questions;
		this.validity = validity;
	}

	/** A provider that the broker does not know has no pacts. */
	@Override
	public List<Pact> of(String provider) throws Unreadable {
		String template = read(this.settings.url().toString()).orElseThrow(this::noBroker)
			.at("/_links/pb:latest-provider-pacts/href")
			.asString("");
		if (!template.contains("{provider}")) {
			throw noBroker();
		}
		List<Pact> pacts = new ArrayList<>();
		Optional<JsonNode> latest = read(template.replace("{provider}", encoded(provider)));
		if (latest.isPresent()) {
			for (JsonNode link : latest.get().at("/_links/pb:pacts")) {
				pacts.add(new BrokerPact(link.path("name").asString(""), provider));
			}
		}
		return pacts;
	}

	private Unreadable noBroker() {
		return new Unreadable(this.settings.url(), "it is not the index of a Pact Broker");
	}

	private final class BrokerPact implements Pact {

		private final String consumer;

		private final String provider;

		BrokerPact(String consumer, String provider) {
			this.consumer = consumer;
			this.provider = provider;
		}

		@Override
		public String consumer() {
			return this.consumer;
		}

		@Override
		public Optional<String> doubt(String build) throws Unreadable {
			String matrix = PactBroker.this.settings.url().toString().replaceFirst("/$", "") + "/matrix?"
					+ selector("pacticipant", this.provider) + selector("version", build)
					+ selector("pacticipant", this.consumer) + selector("latest", "true") + "latestby=cvpv";
			boolean verified = false;
			for (JsonNode row : read(matrix).map((found) -> found.path("matrix"))
				.orElse(PactBroker.this.json.nullNode())) {
				if (isOf(row, build)) {
					Optional<String> doubt = doubt(row.path("verificationResult"));
					if (doubt.isPresent()) {
						return doubt;
					}
					verified = true;
				}
			}
			return verified ? Optional.empty() : Optional.of("there is no result");
		}

		private boolean isOf(JsonNode row, String build) {
			return row.at("/consumer/name").asString("").equals(this.consumer)
					&& row.at("/provider/name").asString("").equals(this.provider)
					&& row.at("/provider/version/number").asString("").equals(build);
		}

		private Optional<String> doubt(JsonNode result) {
			if (!result.path("success").asBoolean(false)) {
				return Optional.of(result.has("success") ? "it failed" : "there is no result");
			}
			return PactBroker.this.validity.doubt(result.path("verifiedAt").asString(""));
		}

	}

	private static String selector(String name, String value) {
		return "q%5B%5D%5B" + name + "%5D=" + encoded(value) + "&";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** Empty if the broker does not know what is asked for. */
	private Optional<JsonNode> read(String address) throws Unreadable {
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
				.header("Accept", "application/hal+json, application/json");
			if (this.settings.authorizationFile() != null) {
				request.header("Authorization", Files.readString(this.settings.authorizationFile()).strip());
			}
			HttpResponse<String> answer = this.questions.ask(request);
			return switch (answer.statusCode()) {
				case 200 -> Optional.of(this.json.readTree(answer.body()));
				case BAD_REQUEST, NOT_FOUND -> Optional.empty();
				default -> throw new Unreadable(address, "it answered " + answer.statusCode());
			};
		}
		catch (Questions.Unanswered ex) {
			throw new Unreadable(address, "it did not answer");
		}
		catch (IOException | JacksonException | IllegalArgumentException ex) {
			throw new Unreadable(address, ex);
		}
	}

}
