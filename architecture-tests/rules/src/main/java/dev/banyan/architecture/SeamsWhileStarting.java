package dev.banyan.architecture;

import java.lang.classfile.Annotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows calls inside a module from what runs while its process starts: constructors,
 * methods that make beans or are called once they are made. What is handed over for later
 * is not followed.
 */
final class SeamsWhileStarting {

	private static final Set<String> ANNOTATIONS = Set.of("Lorg/springframework/context/annotation/Bean;",
			"Ljakarta/annotation/PostConstruct;");

	private static final Set<String> NAMES = Set.of("<init>", "<clinit>", "afterPropertiesSet",
			"afterSingletonsInstantiated");

	/** Methods that these interfaces have, and what listens to these events. */
	private static final Map<String, String> CALLED_BACK = Map.of("start()V", "org.springframework.context.Lifecycle",
			"run(Lorg/springframework/boot/ApplicationArguments;)V", "org.springframework.boot.ApplicationRunner",
			"run([Ljava/lang/String;)V", "org.springframework.boot.CommandLineRunner");

	private static final List<String> RISEN = List.of("Lorg/springframework/context/event/ContextRefreshedEvent;",
			"Lorg/springframework/context/event/ContextStartedEvent;",
			"Lorg/springframework/boot/context/event/ApplicationStartedEvent;",
			"Lorg/springframework/boot/context/event/ApplicationReadyEvent;");

	private final Findings findings;

	private final CallGraph graph;

	private SeamsWhileStarting(Findings findings) {
		this.findings = findings;
		this.graph = new CallGraph(findings.code());
	}

	static Rule rule() {
		return new BoundaryRule("no-seam-while-starting", "No seam is called while a process starts",
				"the module may run in another process that starts later, or needs this one first: neither would start",
				"ask when the answer is needed, and keep it then (SingletonSupplier); a module's own beans by their class",
				(findings) -> new SeamsWhileStarting(findings).search());
	}

	private void search() {
		for (Calls method : this.graph.methods()) {
			if (NAMES.contains(method.id().name()) || calledBack(method)
					|| method.annotations()
						.stream()
						.map(Annotation::className)
						.anyMatch((name) -> ANNOTATIONS.contains(name.stringValue()))) {
				follow(method);
			}
		}
	}

	/** A process whose runners or listeners fail ends, unless they run elsewhere. */
	private boolean calledBack(Calls method) {
		String interfaceName = CALLED_BACK.getOrDefault(method.id().name() + method.id().descriptor(), "");
		return !method.detached() && (RISEN.stream().anyMatch(method.id().descriptor()::contains)
				|| (!interfaceName.isEmpty() && this.graph.typeOf(method).isAssignableTo(interfaceName)));
	}

	private void follow(Calls root) {
		Set<Calls.Id> seen = new HashSet<>();
		Deque<Calls> open = new ArrayDeque<>(List.of(root));
		while (!open.isEmpty()) {
			Calls method = open.pop();
			if (seen.add(method.id())) {
				for (int i = 0; i < method.calls().size(); i++) {
					Calls.Call call = method.calls().get(i);
					if (call.made().isPresent() && !runsAtOnce(method.calls().subList(i + 1, method.calls().size()))) {
						continue;
					}
					if (this.graph.api(call).filter(this.findings.code()::isSeam).isPresent()) {
						this.findings.in(method.type(), call.line(), method.id().named() + " calls " + call.target()
								+ " while its process starts, from " + root.id().named());
					}
					else if (!call.target().name().equals("<init>")) {
						open.addAll(this.graph.inside(method, call.target()));
					}
				}
			}
		}
	}

	/** A lambda whose receiver is a stream, an optional, or goes through a collection. */
	private static boolean runsAtOnce(List<Calls.Call> after) {
		return after.stream()
			.filter((call) -> call.made().isEmpty())
			.findFirst()
			.map(Calls.Call::target)
			.filter((receiver) -> receiver.owner().matches("java/util/(stream/.*|Optional)")
					|| receiver.name().matches("forEach|compute.*|merge|replaceAll|removeIf"))
			.isPresent();
	}

}
