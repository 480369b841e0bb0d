package dev.banyan.gateway.gates;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.banyan.gateway.moves.Gate;
import dev.banyan.gateway.moves.Move;
import dev.banyan.gateway.moves.Signal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks gate scripts of others. One that cannot be reached does not agree.
 */
@Component
@Order(3)
class WebHookGate implements Gate {

	private final GateSettings settings;

	private final Questions questions;

	private final JsonMapper json;

	WebHookGate(GateSettings settings, Questions questions, JsonMapper json) {
		this.settings = settings;
		this.questions = questions;
		this.json = json;
	}

	@Override
	public Optional<String> refuses(Move before, Signal signal, Move after) {
		String body = this.json.writeValueAsString(Map.of("capability", after.capability(), "home", after.home(),
				"candidate", Objects.requireNonNull(after.candidate()), "phase", before.phase(), "weight",
				before.weight(), "newWeight", after.weight()));
		return this.settings.webHooks().stream().flatMap((hook) -> refusal(hook, body).stream()).findFirst();
	}

	private Optional<String> refusal(URI hook, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(hook)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		try {
			HttpResponse<String> answer = this.questions.ask(request);
			return (answer.statusCode() / 100 == 2) ? Optional.empty()
					: Optional.of("The web-hook " + hook + " answered " + answer.statusCode() + ".");
		}
		catch (Questions.Unanswered ex) {
			return Optional.of("The web-hook " + hook + " did not answer.");
		}
	}

}
