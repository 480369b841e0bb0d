package dev.banyan.gateway.proxy;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.function.ServerRequest;

/**
 * Where a request goes.
 *
 * @param home the home's name
 * @param instances scheme, host and port of each of the home's instances
 * @param callerToken the signed caller; null for the live shop, to which the request goes
 * untouched
 * @param brokenOff is told if the home's answer begins but does not end
 */
public record Destination(String home, List<URI> instances, @Nullable String callerToken, Runnable brokenOff) {

	private static final String ATTRIBUTE = Destination.class.getName();

	/**
	 * Remembers the destination with its request.
	 * @param request the request
	 */
	public void attachTo(ServerRequest request) {
		request.servletRequest().setAttribute(ATTRIBUTE, this);
	}

	static Destination of(ServerRequest request) {
		if (request.servletRequest().getAttribute(ATTRIBUTE) instanceof Destination destination) {
			return destination;
		}
		throw new IllegalStateException("The request was not routed");
	}

}
