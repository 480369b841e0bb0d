package dev.banyan.gateway.traffic;

import dev.banyan.gateway.moves.Phase;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a request.
 *
 * @param capability the capability that its path belongs to
 * @param home the home's name
 * @param phase the phase of the capability's move
 * @param consumer who asks, if the gateway knows; never the key itself
 */
record Served(String capability, String home, Phase phase, @Nullable String consumer) {

	void attachTo(ServletRequest request) {
		request.setAttribute(Served.class.getName(), this);
	}

	static @Nullable Served of(ServletRequest request) {
		return (request.getAttribute(Served.class.getName()) instanceof Served served) ? served : null;
	}

}
