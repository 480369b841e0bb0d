package dev.banyan.runtime.event;

import java.util.Set;

/**
 * Which way events go: in the process, or through the outbox. The same for all events of
 * a module, since two ways would break their order.
 */
class Paths {

	private final Set<String> leaving;

	Paths(Set<String> leaving) {
		this.leaving = leaving;
	}

	/** Whether events of this class go through the outbox. */
	boolean leaves(Class<?> type) {
		return !this.leaving.isEmpty() && CrossingEvent.is(type) && this.leaving.contains(CrossingEvent.moduleOf(type));
	}

}
