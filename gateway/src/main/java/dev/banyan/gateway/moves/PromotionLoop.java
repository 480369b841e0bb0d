package dev.banyan.gateway.moves;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Judges every candidate twice a second, over the last ten seconds and over the whole
 * step (five minutes at most). A broken limit rolls back whoever raised the weight, also
 * while a move is paused and after the last step.
 */
@Component
@EnableConfigurationProperties(Limits.class)
class PromotionLoop {

	private static final Logger logger = LoggerFactory.getLogger(PromotionLoop.class);

	private static final Duration SHORT = Duration.ofSeconds(10);

	private final Moves moves;

	private final Measurements measurements;

	private final ShadowFindings findings;

	private final Limits limits;

	private final Clock clock;

	private final Map<String, Held> held = new ConcurrentHashMap<>();

	private final Map<String, Look> looks = new ConcurrentHashMap<>();

	PromotionLoop(Moves moves, Measurements measurements, ShadowFindings findings, Limits limits, Clock clock) {
		this.moves = moves;
		this.measurements = measurements;
		this.findings = findings;
		this.limits = limits;
		this.clock = clock;
	}

	@Scheduled(fixedRate = 500)
	void tick() {
		this.moves.all().values().forEach((split) -> {
			try {
				judge(split);
			}
			catch (RuntimeException ex) {
				logger.warn("{} could not be judged", split.move().capability(), ex);
			}
		});
	}

	private void judge(Split split) {
		Move move = split.move();
		Judgement judgement = switch (move.phase()) {
			case HOME -> new Judgement(Verdict.INCONCLUSIVE, "No move.");
			case SHADOW -> this.findings.judge(move.capability(), move.since(), this.limits.enough());
			case CANARY -> canary(move);
		};
		this.looks.put(move.capability(), new Look(move.since(), judgement));
		boolean decides = judgement.verdict() == Verdict.FAIL && move.phase() == Phase.CANARY
				|| judgement.verdict() == Verdict.PASS && move.automatic();
		if (decides && judgement.verdict() == Verdict.PASS) {
			promote(move, judgement);
		}
		else if (decides) {
			this.moves.apply(move.capability(), new Signal.Judged(judgement.verdict(), judgement.reason()),
					"promotion loop", judgement.reason());
		}
	}

	/** A gate that refused is asked again after a while, not every second. */
	private void promote(Move move, Judgement judgement) {
		Held before = this.held.get(move.capability());
		Instant now = this.clock.instant();
		if (before != null && now.isBefore(before.until()) && before.revision() == move.revision()) {
			return;
		}
		try {
			this.moves.apply(move.capability(), new Signal.Judged(judgement.verdict(), judgement.reason()),
					"promotion loop", judgement.reason());
			this.held.remove(move.capability());
		}
		catch (GateClosed ex) {
			String reason = String.valueOf(ex.getMessage());
			if (before == null || !before.reason().equals(reason)) {
				logger.info("{}", reason);
			}
			this.held.put(move.capability(), new Held(now.plus(SHORT), move.revision(), reason));
		}
	}

	private record Held(Instant until, long revision, String reason) {
	}

	/** At a step that began then. */
	private record Look(Instant since, Judgement judgement) {
	}

	/**
	 * What the last look at the figures of a move's step said.
	 * @param move the move
	 * @return empty before the first look at this step
	 */
	Optional<Judgement> last(Move move) {
		return Optional.ofNullable(this.looks.get(move.capability()))
			.filter((look) -> look.since().equals(move.since()))
			.map(Look::judgement);
	}

	/**
	 * Which gate keeps a move from its next weight.
	 * @param capability whose move
	 * @return what the gate said; empty text if none does
	 */
	String held(String capability) {
		Held gate = this.held.get(capability);
		return (gate != null && gate.revision() == this.moves.split(capability).move().revision()) ? gate.reason() : "";
	}

	private Judgement canary(Move move) {
		Instant lately = this.clock.instant().minus(SHORT);
		Judgement step = judge(move, move.since());
		if (step.verdict() == Verdict.FAIL || lately.isBefore(move.since())) {
			return step;
		}
		Judgement now = judge(move, lately);
		return (now.verdict() == Verdict.FAIL) ? now : step;
	}

	private Judgement judge(Move move, Instant since) {
		return Judgement.of(this.measurements.since(move.capability(), Objects.requireNonNull(move.candidate()), since),
				this.measurements.since(move.capability(), move.home(), since), this.limits);
	}

}
