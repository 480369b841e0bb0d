package dev.banyan.gateway.gates;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gates.
 *
 * @param contracts the contract gate; missing if there is none
 * @param webHooks addresses that are asked with a POST; a status of 2xx agrees
 * @param manual weights that only a person sets, never the promotion loop
 */
@ConfigurationProperties("banyan.gateway.gates")
record GateSettings(@Nullable Contracts contracts, @DefaultValue List<URI> webHooks,
		@DefaultValue List<Integer> manual) {

	/**
	 * The contract gate.
	 *
	 * @param pacts a folder; in it or anywhere below, folders called {@code pacts} hold
	 * the consumers' pacts; missing if there is a broker
	 * @param results the folder that holds, in a subfolder for each build, what Pact's
	 * JSON reporter wrote when that build was verified; missing if there is a broker
	 * @param broker a Pact Broker, instead of the folders
	 * @param builds for each home the address that tells its build, as {@code build.id}
	 * or {@code build.version} of a JSON object
	 * @param maxAge how old a result may be
	 */
	record Contracts(@Nullable Path pacts, @Nullable Path results, @Nullable Broker broker,
			@DefaultValue Map<String, URI> builds, @DefaultValue("24h") Duration maxAge) {

		Contracts {
			if ((broker == null) ? pacts == null || results == null : pacts != null || results != null) {
				throw new IllegalArgumentException(
						"banyan.gateway.gates.contracts needs either pacts and results, or broker.url");
			}
		}

	}

	/**
	 * A Pact Broker.
	 *
	 * @param url the address of its index
	 * @param authorizationFile a file with the value of the {@code Authorization} header,
	 * such as {@code Bearer} and a token; missing if it asks for none
	 */
	record Broker(URI url, @Nullable Path authorizationFile) {
	}

}
