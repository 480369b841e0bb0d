package dev.banyan.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Listeners, homes and capabilities.
 *
 * @param plain the listener that is declared plain; the server's own port is the secure
 * one
 * @param publicUrl scheme, host and port under which clients reach the secure listener
 * @param homes the address of each home by its name; {@code legacy} is the live shop and
 * may be missing
 * @param capabilities what is served where, by the capability's name
 * @param pages the prefixes of paths that a home serves whatever moves, by the home's
 * name
 */
@ConfigurationProperties("banyan.gateway")
public record GatewaySettings(Plain plain, URI publicUrl, Map<String, URI> homes, Map<String, Capability> capabilities,
		@DefaultValue Map<String, List<String>> pages) {

	/** The name of the home that is the live shop. */
	public static final String LEGACY = "legacy";

	/**
	 * The plain listener.
	 *
	 * @param port its port
	 * @param publicUrl scheme, host and port under which clients reach it
	 */
	public record Plain(int port, URI publicUrl) {
	}

	/**
	 * A capability.
	 *
	 * @param home the name of the home that serves it
	 * @param paths the prefixes of its paths, on segment borders
	 * @param documents single paths that it also serves, and everything below them that
	 * nobody claims as long as there is no legacy home
	 */
	public record Capability(String home, List<String> paths, @DefaultValue List<String> documents) {
	}

}
