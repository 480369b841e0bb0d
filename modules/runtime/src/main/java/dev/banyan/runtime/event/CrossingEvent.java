package dev.banyan.runtime.event;

import java.lang.reflect.RecordComponent;
import java.util.UUID;

/**
 * What the shape of an event tells: a record at its module's root whose components are
 * {@code eventId}, {@code occurredAt} and then the id of what it is about, which its
 * order is kept by.
 */
final class CrossingEvent {

	private static final int KEY = 2;

	private CrossingEvent() {
	}

	static boolean is(Class<?> type) {
		if (!type.isRecord()) {
			return false;
		}
		RecordComponent[] components = type.getRecordComponents();
		return components.length > KEY && components[0].getName().equals("eventId")
				&& components[0].getType() == UUID.class && components[1].getName().equals("occurredAt");
	}

	/** The publishing module, which is also its schema's name. */
	static String moduleOf(Class<?> type) {
		String name = type.getPackageName();
		return name.substring(name.lastIndexOf('.') + 1);
	}

	/** The module of a listener, which lies beside the publisher's. */
	static String listenerModule(Class<?> listener, Class<?> event) {
		String root = event.getPackageName().substring(0, event.getPackageName().lastIndexOf('.') + 1);
		String name = listener.getPackageName();
		if (!name.startsWith(root)) {
			throw new IllegalStateException(
					listener.getName() + " listens to " + event.getName() + " and lies in no module beside it");
		}
		return name.substring(root.length()).split("\\.")[0];
	}

	static UUID idOf(Object event) {
		return (UUID) component(event, 0);
	}

	static String keyOf(Object event) {
		return String.valueOf(component(event, KEY));
	}

	private static Object component(Object event, int index) {
		try {
			var accessor = event.getClass().getRecordComponents()[index].getAccessor();
			accessor.setAccessible(true);
			return accessor.invoke(event);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(event.getClass().getName() + " cannot be read", ex);
		}
	}

}
