package dev.banyan.architecture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;

/**
 * Who listens to another module does so in its own time.
 */
final class SynchronousListeners {

	private static final String INSIDE = "org.springframework.context.event.EventListener";

	private static final String AFTERWARDS = "org.springframework.transaction.event.TransactionalEventListener";

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
		boolean async = method.isMetaAnnotatedWith(ASYNC) || type.isMetaAnnotatedWith(ASYNC)
				|| method.isAnnotatedWith(ASYNC) || type.isAnnotatedWith(ASYNC);
		boolean afterwards = annotated(method, AFTERWARDS);
		boolean inside = annotated(method, INSIDE) && !afterwards;
		boolean byInterface = method.getName().equals("onApplicationEvent")
				&& type.isAssignableTo("org.springframework.context.ApplicationListener");
		if (inside || byInterface || (afterwards && (!async || beforeCommit(method)))) {
			for (JavaClass event : heard(method)) {
				if (findings.layout().crosses(type, event)) {
					findings.at(type, declaration(method, event), type.getName() + "." + method.getName()
							+ " listens to " + event.getName() + " while its publisher waits");
				}
			}
		}
	}

	private static boolean annotated(JavaMethod method, String annotation) {
		return method.isAnnotatedWith(annotation) || method.isMetaAnnotatedWith(annotation);
	}

	private static boolean beforeCommit(JavaMethod method) {
		return method.tryGetAnnotationOfType(AFTERWARDS)
			.flatMap((annotation) -> annotation.get("phase"))
			.filter((phase) -> phase instanceof JavaEnumConstant constant && constant.name().equals("BEFORE_COMMIT"))
			.isPresent();
	}

	/** What it takes, also within something else, and what its annotation names. */
	private static Set<JavaClass> heard(JavaMethod method) {
		Set<JavaClass> heard = new LinkedHashSet<>();
		method.getParameterTypes().forEach((parameter) -> heard.addAll(parameter.getAllInvolvedRawTypes()));
		method.getAnnotations()
			.stream()
			.flatMap((annotation) -> Stream.of("value", "classes").flatMap((name) -> annotation.get(name).stream()))
			.forEach((value) -> {
				if (value instanceof JavaClass[] named) {
					heard.addAll(List.of(named));
				}
			});
		return heard;
	}

	private static String declaration(JavaMethod method, JavaClass event) {
		String name = "\\b" + method.getName() + "\\s*\\(";
		return method.getRawParameterTypes().contains(event) ? name + "[^)]*\\b" + event.getSimpleName() + "\\b" : name;
	}

}
