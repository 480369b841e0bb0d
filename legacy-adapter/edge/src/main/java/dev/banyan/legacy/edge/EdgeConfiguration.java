package dev.banyan.legacy.edge;

import java.time.Clock;

import dev.banyan.runtime.edge.ApiKeys;
import dev.banyan.runtime.edge.EdgeErrors;
import dev.banyan.runtime.edge.Identification;
import dev.banyan.runtime.edge.NonceStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Plugs the API's credentials and errors into the gateway.
 */
@AutoConfiguration
public class EdgeConfiguration {

	@Bean
	Identification identification(ApiKeys keys, NonceStore nonces, Clock clock) {
		OAuth oauth = new OAuth(keys, nonces, clock);
		KeyAndSecret keyAndSecret = new KeyAndSecret(keys);
		return (request) -> request.secure() ? keyAndSecret.identify(request) : oauth.identify(request);
	}

	@Bean
	EdgeErrors edgeErrors() {
		return new Envelope();
	}

}
