package dev.banyan.runtime.seam;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.CallerTokens;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A module in another process: what guards every call to it. A call that may be delivered
 * more than once is tried a second time if the connection broke; none is after a timeout.
 */
final class RemoteModule {

	static final int CONCURRENT_CALLS = 32;

	private static final Duration PAUSE = Duration.ofMillis(50);

	private static final URI THIS_PROCESS = URI.create("http://localhost");

	private final SeamModule module;

	private final SeamExchange exchange;

	private final CallerTokens tokens;

	private final @Nullable MeterRegistry meters;

	private final CircuitBreaker breaker;

	private final Bulkhead bulkhead;

	RemoteModule(SeamModule module, SeamExchange exchange, CallerTokens tokens, @Nullable MeterRegistry meters) {
		this.module = module;
		this.exchange = exchange;
		this.tokens = tokens;
		this.meters = meters;
		this.breaker = CircuitBreaker.of(module.name(),
				CircuitBreakerConfig.custom()
					.slidingWindowSize(50)
					.minimumNumberOfCalls(20)
					.waitDurationInOpenState(Duration.ofSeconds(2))
					.recordException(IOException.class::isInstance)
					.build());
		this.bulkhead = Bulkhead.of(module.name(),
				BulkheadConfig.custom()
					.maxConcurrentCalls(CONCURRENT_CALLS)
					.maxWaitDuration(Duration.ofSeconds(12))
					.build());
		if (meters != null) {
			Gauge
				.builder("banyan.seam.circuit.open", this.breaker,
						(circuit) -> (circuit.getState() == CircuitBreaker.State.OPEN) ? 1 : 0)
				.tag("module", module.name())
				.register(meters);
		}
	}

	@Nullable Object call(SeamMethod method, @Nullable Object[] arguments) {
		byte[] body = SeamJson.ofArguments(method, arguments);
		String key = (method.key() >= 0) ? (String) arguments[method.key()] : null;
		long begin = System.nanoTime();
		String outcome = "unavailable";
		try {
			byte[] answer = this.bulkhead.executeCheckedSupplier(() -> deliver(method, key, body));
			Object result = SeamJson.value(method.result(), answer);
			outcome = "answered";
			return result;
		}
		catch (CallNotPermittedException | BulkheadFullException | IOException | JacksonException ex) {
			throw this.module.unavailable(ex);
		}
		catch (RuntimeException ex) {
			outcome = "refused";
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			if (this.meters != null) {
				Timer.builder("banyan.seam.calls")
					.description("Calls of seams that left this process")
					.tags("module", method.module(), "seam", method.seam(), "method", method.method().getName(),
							"outcome", outcome)
					.register(this.meters)
					.record(Duration.ofNanos(System.nanoTime() - begin));
			}
		}
	}

	private byte[] deliver(SeamMethod method, @Nullable String key, byte[] body) throws Throwable {
		try {
			return once(method, key, body);
		}
		catch (InterruptedIOException ex) {
			throw ex;
		}
		catch (IOException ex) {
			if (!method.repeatSafe()) {
				throw ex;
			}
			Thread.sleep(PAUSE);
			return once(method, key, body);
		}
	}

	private byte[] once(SeamMethod method, @Nullable String key, byte[] body) throws Throwable {
		Caller caller = Caller.currentOrNull();
		String token = this.tokens.sign((caller != null) ? caller : Caller.anonymous(THIS_PROCESS));
		return this.breaker.executeCheckedSupplier(() -> this.exchange.post(method.path(), token, key, body));
	}

}
