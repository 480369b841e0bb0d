package dev.banyan.gateway.moves;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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
 * override.
 */
@Component
@Endpoint(id = "moves")
class MovesEndpoint {

	private static final int SHOWN = 60;

	private final Moves moves;

	private final PromotionLoop loop;

	private final Measurements measurements;

	MovesEndpoint(Moves moves, PromotionLoop loop, Measurements measurements) {
		this.moves = moves;
		this.loop = loop;
		this.measurements = measurements;
	}

	record Standing(Move move, Map<String, Live> homes, String held) {
	}

	record Live(double requestsPerSecond, double failedShare, double p50Millis, double p99Millis) {

		static Live of(Figures figures) {
			return new Live(figures.requests() / (double) SHOWN,
					(figures.requests() == 0) ? 0 : figures.failures() / (double) figures.requests(),
					figures.quantile(0.5).toNanos() / 1e6, figures.quantile(0.99).toNanos() / 1e6);
		}

	}

	@ReadOperation
	Map<String, Object> all() {
		return Map.of("moves", this.moves.all().values().stream().map(this::standing).toList(), "journal",
				this.moves.journal(100));
	}

	@ReadOperation
	Standing one(@Selector String capability) {
		return standing(this.moves.split(capability));
	}

	@WriteOperation
	WebEndpointResponse<Object> act(@Selector String capability, String action, String who, String reason,
			@Nullable String to, @Nullable Integer weight, @Nullable Boolean override) {
		try {
			boolean automatic = action.equals("auto");
			if (automatic && this.moves.split(capability).move().phase() == Phase.HOME) {
				this.moves.apply(capability, new Signal.Shadow(given("to", to)), who, reason);
			}
			Signal signal = automatic ? new Signal.Automate(true) : signal(action, to, weight);
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
					"action is none of shadow, canary, auto, manual, " + "pause, resume, rollback, settle: " + action);
		};
	}

	private static <T> T given(String name, @Nullable T value) {
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return value;
	}

	private Standing standing(Split split) {
		Instant since = Instant.now().minusSeconds(SHOWN);
		String capability = split.move().capability();
		Live home = Live.of(this.measurements.since(capability, split.home().name(), since));
		if (split.candidate() == null) {
			return new Standing(split.move(), Map.of(split.home().name(), home), "");
		}
		Live candidate = Live
			.of(this.measurements.since(capability, Objects.requireNonNull(split.candidate()).name(), since));
		return new Standing(split.move(), Map.of(split.home().name(), home, split.candidate().name(), candidate),
				this.loop.held(capability));
	}

	private static WebEndpointResponse<Object> problem(int status, RuntimeException cause) {
		return new WebEndpointResponse<>(
				Map.of("status", status, "title", "Move refused", "detail", String.valueOf(cause.getMessage())), status,
				org.springframework.util.MimeType.valueOf("application/problem+json"));
	}

}
