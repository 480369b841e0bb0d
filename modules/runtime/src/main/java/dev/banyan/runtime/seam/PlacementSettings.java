package dev.banyan.runtime.seam;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the seams of modules are.
 *
 * @param placement by module
 */
@ConfigurationProperties("banyan")
record PlacementSettings(@DefaultValue Map<String, Module> placement) {

	/**
	 * Where the seams of one module are.
	 *
	 * @param url the process that hosts the module; needed for any remote call
	 * @param remote the share of calls that go there, in percent; without an
	 * implementation in this process all do
	 * @param connectTimeout how long a connection may take
	 * @param readTimeout how long an answer may take
	 */
	record Module(@Nullable URI url, @DefaultValue("0") int remote, @DefaultValue("1s") Duration connectTimeout,
			@DefaultValue("10s") Duration readTimeout) {
	}

	static final Module LOCAL = new Module(null, 0, Duration.ofSeconds(1), Duration.ofSeconds(10));

	Module of(String module) {
		return this.placement.getOrDefault(module, LOCAL);
	}

}
