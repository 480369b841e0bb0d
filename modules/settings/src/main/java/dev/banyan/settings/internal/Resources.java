package dev.banyan.settings.internal;

import java.io.IOException;
import java.io.InputStream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The declarations that ship with the module.
 */
final class Resources {

	private static final JsonMapper json = JsonMapper.builder().build();

	private Resources() {
	}

	static <T> T read(String name, Class<T> type) {
		try (InputStream file = Resources.class.getResourceAsStream(name)) {
			if (file == null) {
				throw new IllegalStateException(name + " is missing");
			}
			return json.readValue(file, type);
		}
		catch (IOException ex) {
			throw new IllegalStateException(name + " cannot be read", ex);
		}
	}

}
