package dev.banyan.runtime.event;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes the listeners to events of modules, in place of Spring's own factory, so that
 * what leaves the process does not reach them on the short way, too.
 */
class EventListeners implements EventListenerFactory, Ordered {

	private final Paths paths;

	private final List<CrossingListener> made = new CopyOnWriteArrayList<>();

	EventListeners(Paths paths) {
		this.paths = paths;
	}

	@Override
	public boolean supportsMethod(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, TransactionalEventListener.class)
				&& method.getParameterCount() == 1 && CrossingEvent.is(method.getParameterTypes()[0]);
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		CrossingListener listener = new CrossingListener(beanName, type, method, this.paths);
		this.made.add(listener);
		return listener;
	}

	/** By listening module. */
	Map<String, List<CrossingListener>> byModule() {
		return this.made.stream().collect(Collectors.groupingBy(CrossingListener::module));
	}

	/** Those of a module. */
	List<CrossingListener> of(String module) {
		return this.made.stream().filter((listener) -> listener.module().equals(module)).toList();
	}

	/** Before the factory for all methods with that annotation. */
	@Override
	public int getOrder() {
		return 40;
	}

}
