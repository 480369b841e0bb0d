package dev.banyan.legacy.edge;

import java.util.Locale;

import dev.banyan.runtime.edge.EdgeErrors;
import dev.banyan.runtime.edge.EdgeFailure;

/**
 * Words the gateway's failures as {@code {code, message, data}}.
 */
class Envelope implements EdgeErrors {

	@Override
	public boolean handles(String path) {
		return path.toLowerCase(Locale.ROOT).contains("/wp-json");
	}

	@Override
	public Body render(EdgeFailure failure) {
		String code = switch (failure.kind()) {
			case UNKNOWN_ROUTE -> "rest_no_route";
			case HOME_UNAVAILABLE, HOME_TIMEOUT -> "woocommerce_rest_unavailable";
			case BODY_TOO_LARGE -> "woocommerce_rest_request_entity_too_large";
			case BODY_BROKEN_OFF -> "woocommerce_rest_request_broken_off";
			case UNREADABLE -> "woocommerce_rest_request_unreadable";
		};
		String message = (failure.kind() == EdgeFailure.Kind.UNKNOWN_ROUTE)
				? "No route was found matching the URL and request method." : failure.detail();
		return new Body("application/json; charset=UTF-8",
				"{\"code\":\"%s\",\"message\":\"%s\",\"data\":{\"status\":%d}}".formatted(code,
						message.replace("\\", "\\\\").replace("\"", "\\\""), failure.status()));
	}

}
