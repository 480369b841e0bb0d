package dev.banyan.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Which methods of a module a method may reach, and where they leave it.
 */
final class CallGraph {

	private final ModuleLayout layout;

	private final Map<String, JavaClass> types;

	private final Map<Calls.Id, Calls> methods = new LinkedHashMap<>();

	private final Map<String, List<Calls>> byNameAndType = new HashMap<>();

	CallGraph(CodeBase code) {
		this.layout = code.layout();
		this.types = code.classes()
			.stream()
			.collect(Collectors.toMap(JavaClass::getName, (type) -> type, (one, other) -> one));
		for (ClassText type : code.texts()) {
			if (this.types.containsKey(type.className())) {
				for (Calls method : Calls.of(type)) {
					this.methods.put(method.id(), method);
					this.byNameAndType.computeIfAbsent(signature(method.id()), (key) -> new ArrayList<>()).add(method);
				}
			}
		}
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
			.filter((target) -> target.isInterface() && !target.isAnnotation() && this.layout.isApi(target));
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
			.filter((method) -> method.id().equals(target) || typeOf(method).isAssignableTo(owner.getName()))
			.toList();
	}

	private String part(JavaClass type) {
		return this.layout.partOf(type.getPackageName()).orElse("");
	}

	private static String signature(Calls.Id id) {
		return id.name() + id.descriptor();
	}

}
