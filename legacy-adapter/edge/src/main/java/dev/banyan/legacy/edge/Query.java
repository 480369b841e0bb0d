package dev.banyan.legacy.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The decoded pairs of a query string, in their order.
 *
 * @param pairs names and values
 */
record Query(List<Pair> pairs) {

	record Pair(String name, String value) {
	}

	static Query parse(@Nullable String raw) {
		List<Pair> pairs = new ArrayList<>();
		if (raw != null) {
			for (String pair : raw.split("&")) {
				int equals = pair.indexOf('=');
				if (!pair.isEmpty()) {
					pairs.add((equals < 0) ? new Pair(decode(pair), "")
							: new Pair(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
				}
			}
		}
		return new Query(pairs);
	}

	Optional<String> value(String name) {
		for (Pair pair : this.pairs) {
			if (pair.name().equals(name) && !pair.value().isEmpty()) {
				return Optional.of(pair.value());
			}
		}
		return Optional.empty();
	}

	static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
