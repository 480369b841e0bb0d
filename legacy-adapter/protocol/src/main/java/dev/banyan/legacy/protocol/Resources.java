package dev.banyan.legacy.protocol;

import java.net.URI;
import java.util.Optional;

/**
 * The resources of the API, read within the process exactly as a client sees them.
 */
public interface Resources {

	/**
	 * Reads a resource with every permission.
	 * @param path its path below {@code /wp-json}
	 * @param publicUrl scheme, host and port that links start with
	 * @return its JSON, empty if there is none
	 */
	Optional<String> json(String path, URI publicUrl);

}
