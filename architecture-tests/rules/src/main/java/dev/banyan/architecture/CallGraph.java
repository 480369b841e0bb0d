package dev.banyan.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Which methods of a module a method may reach, and where they leave it.
 */
final class CallGraph {

	private final CodeBase code;

	private final ModuleLayout layout;

	private final Map<String, JavaClass> types;

	private final Map<Calls.Id, Calls> methods = new LinkedHashMap<>();

	private final Map<String, List<Calls>> byNameAndType = new HashMap<>();

	CallGraph(CodeBase code) {
		this.layout = code.layout();
		this.types = code.classes()
			.stream()
			.collect(Collectors.toMap(JavaClass::getName, (type) -> type, (one, other) -> one));
		this.code = code;
		Set<String> annotations = annotations();
		for (ClassText type : code.texts()) {
			if (this.types.containsKey(type.className())) {
				for (Calls method : Calls.of(type, annotations, inherited(type, annotations))) {
					this.methods.put(method.id(), method);
					this.byNameAndType.computeIfAbsent(signature(method.id()), (key) -> new ArrayList<>()).add(method);
				}
			}
		}
	}

	/** Those of the frameworks, and what this code base has made of them. */
	private Set<String> annotations() {
		Set<String> all = new HashSet<>(Calls.TRANSACTIONAL);
		boolean more = true;
		while (more) {
			more = false;
			for (ClassText type : this.code.texts()) {
				JavaClass known = this.types.get(type.className());
				if (known != null && known.isAnnotation() && Calls.annotated(type.model(), all)) {
					more |= all.add("L" + type.className().replace('.', '/') + ";");
				}
			}
		}
		return all;
	}

	private boolean inherited(ClassText type, Set<String> annotations) {
		JavaClass known = Objects.requireNonNull(this.types.get(type.className()));
		return Stream.concat(known.getAllRawSuperclasses().stream(), known.getAllRawInterfaces().stream())
			.flatMap((above) -> this.code.textOf(above).stream())
			.anyMatch((above) -> Calls.annotated(above.model(), annotations));
	}

	/**
	 * Whether an annotation puts a method into a transaction, be it where it is declared.
	 */
	boolean transactional(Calls method) {
		return method.transactional() || beforeItEnds(method)
				|| (!method.detached() && this.byNameAndType.getOrDefault(signature(method.id()), List.of())
					.stream()
					.anyMatch((other) -> other.transactional() && !other.id().equals(method.id())
							&& typeOf(method).isAssignableTo(other.type().className())));
	}

	/** What a transaction calls back while it is still one. */
	private boolean beforeItEnds(Calls method) {
		return List.of("beforeCommit", "beforeCompletion").contains(method.id().name())
				&& typeOf(method).isAssignableTo("org.springframework.transaction.support.TransactionSynchronization");
	}

	Collection<Calls> methods() {
		return this.methods.values();
	}

	Optional<Calls> method(Calls.Id id) {
		return Optional.ofNullable(this.methods.get(id));
	}

	/** The interface in a module's root package that is called. */
	Optional<JavaClass> api(Calls.Call call) {
		return Optional.ofNullable(this.types.get(call.target().className()))
			.filter((target) -> target.isInterface() && !target.isAnnotation() && this.layout.isApi(target))
			.filter((target) -> !call.statically() && !isValue(target));
	}

	/** What records of the API implement is data. */
	private boolean isValue(JavaClass type) {
		return type.getAllSubclasses()
			.stream()
			.anyMatch((below) -> (below.isRecord() || below.isEnum()) && this.layout.isApi(below));
	}

	JavaClass typeOf(Calls method) {
		return Objects.requireNonNull(this.types.get(method.type().className()));
	}

	/** The same module's methods that such a call may reach. */
	List<Calls> inside(Calls caller, Calls.Id target) {
		JavaClass owner = this.types.get(target.className());
		if (owner == null || !part(typeOf(caller)).equals(part(owner))) {
			return List.of();
		}
		return this.byNameAndType.getOrDefault(signature(target), List.of())
			.stream()
			.filter((method) -> method.id().equals(target) || typeOf(method).isAssignableTo(owner.getName())
					|| owner.isAssignableTo(typeOf(method).getName()))
			.toList();
	}

	private String part(JavaClass type) {
		return this.layout.partOf(type.getPackageName()).orElse("");
	}

	private static String signature(Calls.Id id) {
		return id.name() + id.descriptor();
	}

}
