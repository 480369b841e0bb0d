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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a <a href="https://docs.pact.io/pact_broker">Pact Broker</a>: its index for the
 * way to the latest pacts with a provider, and its matrix for their verification by a
 * build. The provider's name there is the capability's, its version the build's.
 */
class PactBroker implements Pacts {

	private static final int OK = 200;

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
		String template = read(this.settings.url().toString(), Set.of(NOT_FOUND)).orElseThrow(this::noBroker)
			.at("/_links/pb:latest-provider-pacts/href")
			.asString("");
		if (!template.contains("{provider}")) {
			throw noBroker();
		}
		String address = template.replace("{provider}", encoded(provider));
		Optional<JsonNode> latest = read(address, Set.of(NOT_FOUND));
		if (latest.isEmpty()) {
			return List.of();
		}
		JsonNode links = latest.get().at("/_links/pb:pacts");
		if (!links.isArray()) {
			throw new Unreadable(address, "it does not tell the pacts");
		}
		List<Pact> pacts = new ArrayList<>();
		links.forEach((link) -> pacts.add(new BrokerPact(link.path("name").asString(""), provider)));
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
			for (JsonNode row : read(matrix, Set.of(BAD_REQUEST, NOT_FOUND)).map((found) -> found.path("matrix"))
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

	/**
	 * Reads from the broker, and from nobody else that it names.
	 * @param unknown statuses that say that it does not know what is asked for
	 * @return empty if it does not know that
	 */
	private Optional<JsonNode> read(String address, Set<Integer> unknown) throws Unreadable {
		try {
			if (!Objects.equals(URI.create(address).getAuthority(), this.settings.url().getAuthority())) {
				throw new Unreadable(address, "it is not at " + this.settings.url().getAuthority());
			}
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
				.header("Accept", "application/hal+json, application/json");
			if (this.settings.authorizationFile() != null) {
				request.header("Authorization", Files.readString(this.settings.authorizationFile()).strip());
			}
			HttpResponse<String> answer = this.questions.ask(request);
			if (unknown.contains(answer.statusCode())) {
				return Optional.empty();
			}
			if (answer.statusCode() != OK) {
				throw new Unreadable(address, "it answered " + answer.statusCode());
			}
			return Optional.of(this.json.readTree(answer.body()));
		}
		catch (Questions.Unanswered ex) {
			throw new Unreadable(address, "it did not answer");
		}
		catch (IOException | JacksonException | IllegalArgumentException ex) {
			throw new Unreadable(address, ex);
		}
	}

}
