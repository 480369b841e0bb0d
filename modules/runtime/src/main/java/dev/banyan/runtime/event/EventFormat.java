package dev.banyan.runtime.event;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON. What a newer publisher adds is ignored; what an older one did not know
 * is null, zero or false.
 */
class EventFormat {

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	Letter write(Object event) {
		return new Letter(0, CrossingEvent.idOf(event).toString(), event.getClass().getName(),
				CrossingEvent.keyOf(event), this.json.writeValueAsString(event));
	}

	<T> T read(Letter letter, Class<T> type) {
		return this.json.readValue(letter.payload(), type);
	}

}
