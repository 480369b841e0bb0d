package dev.banyan.runtime.seam;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The implementations of seams that this process hosts.
 */
final class LocalSeams {

	private final ListableBeanFactory beans;

	private final Map<Class<?>, Optional<Object>> known = new ConcurrentHashMap<>();

	LocalSeams(ListableBeanFactory beans) {
		this.beans = beans;
	}

	/** Asked for when called, not before: an implementation may need other seams. */
	Optional<Object> find(Class<?> seam) {
		Optional<Object> found = this.known.get(seam);
		if (found == null) {
			found = search(seam);
			this.known.put(seam, found);
		}
		return found;
	}

	private Optional<Object> search(Class<?> seam) {
		for (String name : this.beans.getBeanNamesForType(seam)) {
			if (!name.equals(SeamRegistrar.beanName(seam))) {
				return Optional.of(this.beans.getBean(name));
			}
		}
		return Optional.empty();
	}

}
