package dev.banyan.gateway.traffic;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.banyan.gateway.routing.Listeners;
import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.CallerTokens;
import dev.banyan.runtime.edge.EdgeRequest;
import dev.banyan.runtime.edge.Identification;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Identifies callers and signs what was found out; a signature is used again for a
 * minute.
 */
@Component
class Callers {

	private final Identification identification;

	private final Listeners listeners;

	private final LoadingCache<Caller, String> signed;

	Callers(Identification identification, Listeners listeners, CallerTokens tokens) {
		this.identification = identification;
		this.listeners = listeners;
		this.signed = Caffeine.newBuilder()
			.maximumSize(10_000)
			.expireAfterWrite(Duration.ofMinutes(1))
			.build(tokens::sign);
	}

	Caller identify(HttpServletRequest request) {
		int port = request.getLocalPort();
		return this.identification.identify(new EdgeRequest(request.getMethod(), request.getRequestURI(),
				request.getQueryString(), request.getHeader(HttpHeaders.AUTHORIZATION), this.listeners.secure(port),
				this.listeners.publicUrl(port)));
	}

	String token(Caller caller) {
		return this.signed.get(caller);
	}

}
