package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.banyan.architecture.Artifact;
import dev.banyan.architecture.CodeBase;
import dev.banyan.architecture.ModuleLayout;

/**
 * Reads the facts about all modules from the compiled code.
 */
final class ModuleMap {

	private static final Set<String> LISTENERS = Set.of("org.springframework.modulith.events.ApplicationModuleListener",
			"org.springframework.transaction.event.TransactionalEventListener",
			"org.springframework.context.event.EventListener");

	private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

	private final CodeBase code;

	private final ModuleLayout layout;

	private ModuleMap(CodeBase code) {
		this.code = code;
		this.layout = code.layout();
	}

	static List<ModuleFacts> of(CodeBase code) {
		ModuleMap map = new ModuleMap(code);
		return map.lowerFirst(code.modules().stream().map(map::facts).toList());
	}

	/** So that a module comes after everything that it may use. */
	private List<ModuleFacts> lowerFirst(List<ModuleFacts> modules) {
		List<ModuleFacts> open = new ArrayList<>(modules);
		List<ModuleFacts> sorted = new ArrayList<>();
		while (!open.isEmpty()) {
			ModuleFacts next = open.stream()
				.filter((module) -> open.stream().noneMatch((other) -> module.allowed().contains(other.name())))
				.findFirst()
				.orElse(open.getFirst());
			open.remove(next);
			sorted.add(next);
		}
		return sorted;
	}

	private ModuleFacts facts(String module) {
		SortedMap<String, Integer> seams = new TreeMap<>();
		SortedMap<String, List<String>> events = new TreeMap<>();
		SortedMap<String, Integer> calledFrom = new TreeMap<>();
		SortedMap<String, Integer> calls = new TreeMap<>();
		SortedSet<String> hears = new TreeSet<>();
		for (JavaClass type : this.code.classes()) {
			String part = this.layout.partOf(type.getPackageName()).orElse("");
			if (part.equals(module)) {
				describe(type, seams, events);
				listens(this.layout, type).forEach((event) -> hears.add(moduleOf(event) + "." + event.getSimpleName()));
			}
			for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
				JavaClass target = call.getTargetOwner();
				if (target.isInterface() && this.layout.isApi(target) && this.layout.crosses(type, target)) {
					if (part.equals(module)) {
						calls.merge(moduleOf(target), 1, Integer::sum);
					}
					if (moduleOf(target).equals(module) && this.layout.moduleOf(type).isPresent()) {
						calledFrom.merge(part, 1, Integer::sum);
					}
				}
			}
		}
		return new ModuleFacts(module, purpose(module), stage(module), allowed(module), seams, calledFrom, calls,
				events, hears, tables(module));
	}

	private String moduleOf(JavaClass type) {
		return this.layout.moduleOf(type).orElse("");
	}

	private void describe(JavaClass type, SortedMap<String, Integer> seams, SortedMap<String, List<String>> events) {
		if (!this.layout.isApi(type)) {
			return;
		}
		if (type.isInterface() && !type.getSimpleName().equals("package-info") && !type.isAnnotation()
				&& type.getEnclosingClass().isEmpty()) {
			seams.put(type.getSimpleName(),
					(int) type.getMethods()
						.stream()
						.filter((method) -> !method.getModifiers().toString().contains("STATIC"))
						.count());
		}
		boolean event = type.isRecord() && type.tryGetField("eventId").isPresent();
		if (event) {
			SortedSet<String> listeners = new TreeSet<>();
			for (JavaClass other : this.code.classes()) {
				if (listens(this.layout, other).contains(type)) {
					listeners.add(moduleOf(other));
				}
			}
			events.put(type.getSimpleName(), List.copyOf(listeners));
		}
	}

	/** Events of other modules that a class listens to. */
	static Set<JavaClass> listens(ModuleLayout layout, JavaClass type) {
		Set<JavaClass> events = new HashSet<>();
		for (JavaMethod method : type.getMethods()) {
			if (LISTENERS.stream().anyMatch(method::isAnnotatedWith)) {
				method.getRawParameterTypes()
					.stream()
					.filter((event) -> layout.crosses(type, event))
					.forEach(events::add);
			}
		}
		return events;
	}

	private List<Artifact> artifacts(String module) {
		return this.code.artifacts().stream().filter((one) -> one.module().filter(module::equals).isPresent()).toList();
	}

	private ModuleFacts.Stage stage(String module) {
		List<Artifact> artifacts = artifacts(module);
		if (artifacts.stream().anyMatch(Artifact::isService)) {
			return ModuleFacts.Stage.SERVICE;
		}
		return (artifacts.size() > 1) ? ModuleFacts.Stage.SPLIT : ModuleFacts.Stage.IN_PROCESS;
	}

	private SortedSet<String> allowed(String module) {
		String root = this.layout.basePackage() + "." + module + ".package-info";
		SortedSet<String> allowed = new TreeSet<>();
		this.code.classes()
			.stream()
			.filter((type) -> type.getName().equals(root))
			.flatMap((type) -> type.tryGetAnnotationOfType("org.springframework.modulith.ApplicationModule").stream())
			.flatMap((annotation) -> annotation.get("allowedDependencies").stream())
			.flatMap((names) -> Arrays.stream((Object[]) names))
			.map(String::valueOf)
			.filter((name) -> !this.layout.technical().contains(name))
			.forEach(allowed::add);
		return allowed;
	}

	private String purpose(String module) {
		String packageInfo = "src/main/java/" + this.layout.basePackage().replace('.', '/') + "/" + module
				+ "/package-info.java";
		for (Artifact artifact : artifacts(module)) {
			Path file = artifact.folder().resolve(packageInfo);
			if (Files.exists(file)) {
				Matcher javadoc = JAVADOC.matcher(read(file));
				return javadoc.find() ? javadoc.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip() : "";
			}
		}
		return "";
	}

	private SortedSet<String> tables(String module) {
		SortedSet<String> tables = new TreeSet<>();
		for (Artifact artifact : artifacts(module)) {
			Path folder = artifact.folder().resolve("src/main/resources/db/migration").resolve(module);
			if (Files.isDirectory(folder)) {
				try (var files = Files.list(folder)) {
					files.forEach((file) -> Pattern.compile("(?i)create\\s+table\\s+(\\w+)")
						.matcher(read(file))
						.results()
						.forEach((table) -> tables.add(table.group(1))));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}
		return tables;
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
