package dev.banyan.runtime.edge;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * What identification may look at.
 *
 * @param method the HTTP method, in capitals
 * @param path the raw request path, as sent
 * @param query the raw query string, as sent, without the question mark
 * @param authorization the Authorization header
 * @param secure whether the listener is declared secure
 * @param publicUrl scheme, host and port of the listener as clients see them
 */
public record EdgeRequest(String method, String path, @Nullable String query, @Nullable String authorization,
		boolean secure, URI publicUrl) {
}
