package dev.banyan.gateway.gates;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.banyan.gateway.moves.Gate;
import dev.banyan.gateway.moves.Move;
import dev.banyan.gateway.moves.Signal;
import dev.banyan.gateway.routing.GatewaySettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Agrees if every consumer's pact with the capability is verified against both homes, for
 * the builds that answer at this moment. What cannot be found out counts as not verified.
 * The live shop is exempt: it defines the contract.
 */
@Component
@Order(2)
class ContractGate implements Gate {

	private final GateSettings.@Nullable Contracts settings;

	private final Questions questions;

	private final JsonMapper json;

	private final @Nullable Pacts pacts;

	ContractGate(GateSettings settings, Questions questions, JsonMapper json, Clock clock) {
		this.settings = settings.contracts();
		this.questions = questions;
		this.json = json;
		this.pacts = (this.settings != null) ? pacts(this.settings, clock) : null;
	}

	private Pacts pacts(GateSettings.Contracts contracts, Clock clock) {
		Validity validity = new Validity(contracts.maxAge(), clock);
		return (contracts.broker() != null) ? new PactBroker(this.json, contracts.broker(), this.questions, validity)
				: new PactFiles(this.json, Objects.requireNonNull(contracts.pacts()),
						Objects.requireNonNull(contracts.results()), validity);
	}

	@Override
	public Optional<String> refuses(Move before, Signal signal, Move after) {
		if (this.settings == null || this.pacts == null) {
			return Optional.empty();
		}
		try {
			for (Pacts.Pact pact : this.pacts.of(after.capability())) {
				for (String home : List.of(after.home(), Objects.requireNonNull(after.candidate()))) {
					Optional<String> doubt = home.equals(GatewaySettings.LEGACY) ? Optional.empty()
							: doubt(after.capability(), pact, home, this.settings);
					if (doubt.isPresent()) {
						return doubt;
					}
				}
			}
			return Optional.empty();
		}
		catch (Pacts.Unreadable ex) {
			return Optional.of(ex.getMessage() + ".");
		}
	}

	private Optional<String> doubt(String capability, Pacts.Pact pact, String home, GateSettings.Contracts contracts)
			throws Pacts.Unreadable {
		String build = build(contracts.builds().get(home));
		String doubt = (build != null) ? pact.doubt(build).orElse(null) : "it does not tell its build";
		return Optional.ofNullable(doubt)
			.map((reason) -> "The pact between consumer %s and provider %s is not verified against home %s%s: %s."
				.formatted(pact.consumer(), capability, home, (build != null) ? " (build " + build + ")" : "", reason));
	}

	private @Nullable String build(@Nullable URI address) {
		if (address == null) {
			return null;
		}
		try {
			HttpResponse<String> answer = this.questions.ask(HttpRequest.newBuilder(address).GET());
			JsonNode build = this.json.readTree(answer.body()).path("build");
			String id = build.path("id").asString(build.path("version").asString(""));
			return (answer.statusCode() == 200 && !id.isBlank()) ? id : null;
		}
		catch (Questions.Unanswered | JacksonException ex) {
			return null;
		}
	}

}
