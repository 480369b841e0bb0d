package dev.banyan.gateway.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.banyan.gateway.moves.Moves;
import dev.banyan.gateway.moves.Phase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * What Prometheus is told: {@code banyan_requests_seconds} by capability, home, phase and
 * class of status, until the answer begins; {@code banyan_move_weight} in percent.
 */
@Component
class RequestMetrics {

	private static final Duration[] BORDERS = { Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10),
			Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
			Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10) };

	private final MeterRegistry meters;

	private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

	RequestMetrics(MeterRegistry meters, Moves moves) {
		this.meters = meters;
		moves.all()
			.keySet()
			.forEach((capability) -> Gauge
				.builder("banyan.move.weight", moves, (now) -> now.split(capability).move().weight())
				.tag("capability", capability)
				.description("The share of consumers that the candidate serves, in percent")
				.register(meters));
	}

	private record Series(String capability, String home, Phase phase, int statusClass) {
	}

	void count(Served served, int status, Duration latency) {
		this.timers
			.computeIfAbsent(new Series(served.capability(), served.home(), served.phase(), status / 100), this::timer)
			.record(latency);
	}

	private Timer timer(Series series) {
		return Timer.builder("banyan.requests")
			.description("Requests until the home's answer begins")
			.tag("capability", series.capability())
			.tag("home", series.home())
			.tag("phase", series.phase().name())
			.tag("status", series.statusClass() + "xx")
			.serviceLevelObjectives(BORDERS)
			.register(this.meters);
	}

}
