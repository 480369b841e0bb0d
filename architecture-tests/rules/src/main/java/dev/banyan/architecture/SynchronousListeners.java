package dev.banyan.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;

/**
 * Who listens to another module does so in its own time.
 */
final class SynchronousListeners {

	private static final String ASYNC = "org.springframework.scheduling.annotation.Async";

	private SynchronousListeners() {
	}

	static Rule rule() {
		return new BoundaryRule("no-synchronous-listeners",
				"A listener to another module's event runs after the publisher's transaction, in a thread of its own",
				"the publisher would wait for the listener and fail with it, and could not run elsewhere",
				"use @ApplicationModuleListener, or @Async with @TransactionalEventListener", (findings) -> {
					for (JavaClass type : findings.code().classes()) {
						for (JavaMethod method : type.getMethods()) {
							look(findings, type, method);
						}
					}
				});
	}

	private static void look(Findings findings, JavaClass type, JavaMethod method) {
		boolean inside = method.isAnnotatedWith("org.springframework.context.event.EventListener");
		boolean afterwards = method.isAnnotatedWith("org.springframework.transaction.event.TransactionalEventListener");
		boolean async = method.isAnnotatedWith(ASYNC) || type.isAnnotatedWith(ASYNC);
		boolean byInterface = method.getName().equals("onApplicationEvent")
				&& type.isAssignableTo("org.springframework.context.ApplicationListener");
		if (inside || byInterface || (afterwards && !async)) {
			for (JavaClass event : method.getRawParameterTypes()) {
				if (findings.layout().crosses(type, event)) {
					findings.in(type, method.getSourceCodeLocation(), type.getName() + "." + method.getName()
							+ " listens to " + event.getName() + " while its publisher waits");
				}
			}
		}
	}

}
