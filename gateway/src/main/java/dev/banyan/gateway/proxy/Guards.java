package dev.banyan.gateway.proxy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

import org.springframework.stereotype.Component;

/**
 * Keeps a sick home from taking the gateway with it: a circuit breaker for each instance,
 * which leaves out one that does not answer, and a bulkhead for each home, which limits
 * how many requests may wait for it. An answer with any status counts as an answer.
 */
@Component
class Guards {

	private final ProxySettings settings;

	private final CircuitBreakerConfig breaking;

	private final Map<URI, CircuitBreaker> breakers = new ConcurrentHashMap<>();

	private final Map<String, Semaphore> bulkheads = new ConcurrentHashMap<>();

	private final AtomicInteger turn = new AtomicInteger();

	Guards(ProxySettings settings) {
		this.settings = settings;
		this.breaking = CircuitBreakerConfig.custom()
			.slidingWindowSize(20)
			.minimumNumberOfCalls(10)
			.failureRateThreshold(50)
			.permittedNumberOfCallsInHalfOpenState(1)
			.waitDurationInOpenState(settings.breakFor())
			.build();
	}

	/**
	 * An instance that a request may be sent to.
	 *
	 * @param address scheme, host and port
	 * @param breaker to be told how it went
	 * @param start when the request began
	 */
	record Attempt(URI address, CircuitBreaker breaker, long start) {

		void answered() {
			this.breaker.onSuccess(System.nanoTime() - this.start, TimeUnit.NANOSECONDS);
		}

		void failed(IOException cause) {
			this.breaker.onError(System.nanoTime() - this.start, TimeUnit.NANOSECONDS, cause);
		}

		/** Neither good nor bad: the client was at fault. */
		void abandoned() {
			this.breaker.releasePermission();
		}

	}

	/** No instance takes requests, or too many wait already. */
	static class Refused extends IOException {

		Refused(String reason) {
			super(reason);
		}

	}

	Attempt next(List<URI> instances) throws Refused {
		if (instances.isEmpty()) {
			throw new Refused("no instance is known");
		}
		int first = (instances.size() == 1) ? 0 : Math.floorMod(this.turn.getAndIncrement(), instances.size());
		for (int i = 0; i < instances.size(); i++) {
			URI address = instances.get((first + i) % instances.size());
			CircuitBreaker breaker = this.breakers.computeIfAbsent(address,
					(key) -> CircuitBreaker.of(key.toString(), this.breaking));
			if (breaker.tryAcquirePermission()) {
				return new Attempt(address, breaker, System.nanoTime());
			}
		}
		throw new Refused("no instance answers at present");
	}

	Semaphore enter(String home) throws Refused {
		Semaphore bulkhead = this.bulkheads.computeIfAbsent(home,
				(key) -> new Semaphore(this.settings.requestsPerHome()));
		if (!bulkhead.tryAcquire()) {
			throw new Refused("it has " + this.settings.requestsPerHome() + " requests under way already");
		}
		return bulkhead;
	}

}
