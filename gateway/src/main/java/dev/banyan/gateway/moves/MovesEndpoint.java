package dev.banyan.gateway.moves;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * Shows and operates moves: {@code GET /actuator/moves} and
 * {@code POST /actuator/moves/<capability>} with action, to, weight, who, reason and
 * override; {@code POST /actuator/moves} with action freeze or thaw.
 */
@Component
@Endpoint(id = "moves")
class MovesEndpoint {

	private final Moves moves;

	private final Standings standings;

	private final Freeze freeze;

	MovesEndpoint(Moves moves, Standings standings, Freeze freeze) {
		this.moves = moves;
		this.standings = standings;
		this.freeze = freeze;
	}

	@ReadOperation
	Standings.All all() {
		return this.standings.all();
	}

	@ReadOperation
	WebEndpointResponse<Object> one(@Selector String capability) {
		try {
			return new WebEndpointResponse<>(this.standings.one(capability));
		}
		catch (IllegalArgumentException ex) {
			return problem(404, ex);
		}
	}

	/**
	 * For people: {@code GET /actuator/moves/<capability>/text}, {@code all} for all of
	 * them.
	 */
	@ReadOperation(produces = "text/plain;charset=UTF-8")
	WebEndpointResponse<String> words(@Selector String capability, @Selector String form) {
		try {
			return new WebEndpointResponse<>(this.standings.words(capability));
		}
		catch (IllegalArgumentException ex) {
			return new WebEndpointResponse<>(ex.getMessage() + "\n", 404);
		}
	}

	@WriteOperation
	WebEndpointResponse<Object> actOnAll(String action, String who, String reason) {
		switch (action) {
			case "freeze" -> this.freeze.begin(who, reason);
			case "thaw" -> this.freeze.end(who, reason);
			default -> {
				return problem(400, new IllegalArgumentException("action is none of freeze, thaw: " + action));
			}
		}
		return new WebEndpointResponse<>(Map.of("frozen", this.freeze.current().isPresent()));
	}

	@WriteOperation
	WebEndpointResponse<Object> act(@Selector String capability, String action, String who, String reason,
			@Nullable String to, @Nullable Integer weight, @Nullable Boolean override) {
		try {
			boolean automatic = action.equals("auto");
			if (automatic && this.moves.split(capability).move().phase() == Phase.HOME) {
				this.moves.apply(capability, new Signal.Shadow(given("to", to)), who, reason);
			}
			String candidate = (to != null) ? to : this.moves.split(capability).move().candidate();
			Signal signal = automatic ? new Signal.Automate(true) : signal(action, candidate, weight);
			boolean overriding = Boolean.TRUE.equals(override);
			if (overriding && reason.isBlank()) {
				throw new IllegalArgumentException("Overriding a gate needs a reason");
			}
			return new WebEndpointResponse<>(overriding ? this.moves.override(capability, signal, who, reason)
					: this.moves.apply(capability, signal, who, reason));
		}
		catch (IllegalTransition | GateClosed ex) {
			return problem(409, ex);
		}
		catch (IllegalArgumentException ex) {
			return problem(400, ex);
		}
	}

	private static Signal signal(String action, @Nullable String to, @Nullable Integer weight) {
		return switch (action.toLowerCase(Locale.ROOT)) {
			case "shadow" -> new Signal.Shadow(given("to", to));
			case "canary" -> new Signal.Canary(given("to", to), given("weight", weight));
			case "manual" -> new Signal.Automate(false);
			case "pause" -> new Signal.Pause();
			case "resume" -> new Signal.Resume();
			case "rollback" -> new Signal.RollBack();
			case "settle" -> new Signal.Settle();
			default -> throw new IllegalArgumentException(
					"action is none of shadow, canary, auto, manual, pause, resume, rollback, settle: " + action);
		};
	}

	private static <T> T given(String name, @Nullable T value) {
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return value;
	}

	private static WebEndpointResponse<Object> problem(int status, RuntimeException cause) {
		return new WebEndpointResponse<>(
				Map.of("status", status, "title", "Move refused", "detail", String.valueOf(cause.getMessage())), status,
				org.springframework.util.MimeType.valueOf("application/problem+json"));
	}

}
