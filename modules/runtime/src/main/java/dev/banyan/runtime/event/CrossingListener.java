package dev.banyan.runtime.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.core.ConditionalEventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;

/**
 * A listener to an event of a module, on whichever way it comes.
 */
class CrossingListener extends TransactionalApplicationListenerMethodAdapter implements ConditionalEventListener {

	private final Paths paths;

	private final Class<?> event;

	private final String module;

	CrossingListener(String beanName, Class<?> type, Method method, Paths paths) {
		super(beanName, type, method);
		this.paths = paths;
		this.event = method.getParameterTypes()[0];
		this.module = CrossingEvent.listenerModule(type, this.event);
	}

	/** The event registry asks; it then stores nothing and calls nothing. */
	@Override
	public boolean supports(Object published) {
		return !this.paths.leaves(published.getClass());
	}

	Class<?> event() {
		return this.event;
	}

	String module() {
		return this.module;
	}

	/** Whether its effect wants a transaction. */
	boolean transactional() {
		Method method = getTargetMethod();
		Transactional transactional = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
		if (transactional == null) {
			transactional = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Transactional.class);
		}
		Propagation propagation = (transactional != null) ? transactional.propagation() : Propagation.NEVER;
		return propagation == Propagation.REQUIRES_NEW || propagation == Propagation.REQUIRED
				|| propagation == Propagation.MANDATORY;
	}

	/**
	 * Calls the method in this thread and in the caller's transaction, if there is one:
	 * without what {@code @Async} and {@code @Transactional} would put around it.
	 */
	void hear(Object arrived) throws Exception {
		Object bean = getTargetBean();
		Object target = AopProxyUtils.getSingletonTarget(bean);
		Method method = getTargetMethod();
		method.setAccessible(true);
		try {
			method.invoke((target != null) ? target : bean, arrived);
		}
		catch (InvocationTargetException ex) {
			throw asException(ex.getCause(), ex);
		}
	}

	private static Exception asException(@Nullable Throwable cause, InvocationTargetException thrown) {
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof Exception exception) ? exception : thrown;
	}

}
