package dev.banyan.runtime.event;

import org.jspecify.annotations.NullMarked;

/**
 * Reads events as a listener in another process does.
 */
@NullMarked
public final class HeardEvents {

	private HeardEvents() {
	}

	/**
	 * Reads an event.
	 * @param <T> its type
	 * @param payload what travels
	 * @param type its type
	 * @return the event
	 */
	public static <T> T read(String payload, Class<T> type) {
		return new EventFormat().read(new Letter(0, "", type.getName(), "", payload), type);
	}

}
