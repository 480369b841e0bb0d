package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * What the events of each module carry, as recorded in
 * {@code modules/<module>/events.txt}: a line {@code Event.component type} each, with
 * {@code key} after the component that the order is kept by.
 */
public final class EventSchemas {

	private static final String HEAD = """
			# What the events of this module carry. Some may lie in outboxes and in Kafka: only more may come, nothing may change or go.
			# ./banyan docs adds what is new.
			""";

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("java.util.UUID", "uuid"),
			Map.entry("java.time.Instant", "instant"), Map.entry("java.lang.String", "string"),
			Map.entry("java.math.BigDecimal", "decimal"), Map.entry("java.lang.Integer", "int"),
			Map.entry("java.lang.Long", "long"), Map.entry("java.lang.Boolean", "boolean"));

	private final CodeBase code;

	/**
	 * The events of a code base.
	 * @param code what was compiled
	 */
	public EventSchemas(CodeBase code) {
		this.code = code;
	}

	static Rule rule() {
		return new BoundaryRule("events-only-gain", "An event keeps what was recorded of it in its module's events.txt",
				"older and newer processes read each other's events, and some lie in outboxes and in Kafka",
				"add a component that may be missing, or publish a new event beside this one; only if nobody ever sent it, remove the line",
				(findings) -> new EventSchemas(findings.code()).look(findings));
	}

	private void look(Findings findings) {
		this.code.modules().forEach((module) -> {
			Map<String, String> present = present(module);
			recorded(module).forEach((component, recorded) -> {
				String now = present.get(component);
				if (now == null || !extended(recorded.type(), now)) {
					findings.in(module, file(module), recorded.line(), component + " was recorded as " + recorded.type()
							+ " and is " + ((now != null) ? now : "gone"));
				}
			});
		});
	}

	/**
	 * What should be recorded: what is, and what has come since.
	 * @return the content of each file
	 */
	public Map<Path, String> files() {
		Map<Path, String> files = new LinkedHashMap<>();
		for (String module : this.code.modules()) {
			SortedMap<String, Map<String, String>> events = new TreeMap<>();
			recorded(module).forEach(
					(component, recorded) -> events.computeIfAbsent(event(component), (key) -> new LinkedHashMap<>())
						.put(component, recorded.type()));
			present(module)
				.forEach((component, type) -> events.computeIfAbsent(event(component), (key) -> new LinkedHashMap<>())
					.merge(component, type, (recorded, now) -> extended(recorded, now) ? now : recorded));
			if (!events.isEmpty()) {
				files.put(file(module),
						HEAD + events.values()
							.stream()
							.map((event) -> event.entrySet()
								.stream()
								.map((one) -> one.getKey() + " " + one.getValue() + "\n")
								.collect(Collectors.joining()))
							.collect(Collectors.joining("\n", "\n", "")));
			}
		}
		return files;
	}

	/**
	 * The events of a module as they are now.
	 * @param module its name
	 * @return the types of their components, by event and component; a type is a word of
	 * {@code events.txt}, followed by {@code key} for the component that the order is
	 * kept by
	 */
	public SortedMap<String, Map<String, String>> events(String module) {
		SortedMap<String, Map<String, String>> events = new TreeMap<>();
		present(module)
			.forEach((component, type) -> events.computeIfAbsent(event(component), (key) -> new LinkedHashMap<>())
				.put(component.substring(component.indexOf('.') + 1), type));
		return events;
	}

	private Path file(String module) {
		return this.code.root().resolve("modules").resolve(module).resolve("events.txt");
	}

	private static String event(String component) {
		return component.substring(0, component.indexOf('.'));
	}

	/** An enum may have more constants than before. */
	private static boolean extended(String recorded, String now) {
		if (recorded.equals(now)) {
			return true;
		}
		return recorded.startsWith("one of ") && now.startsWith("one of ")
				&& Set.of(now.split(" ")).containsAll(Arrays.asList(recorded.split(" ")));
	}

	private record Recorded(String type, int line) {
	}

	private Map<String, Recorded> recorded(String module) {
		Map<String, Recorded> recorded = new LinkedHashMap<>();
		Path file = file(module);
		try {
			List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
			for (int i = 0; i < lines.size(); i++) {
				String line = lines.get(i).replaceFirst("#.*", "").strip();
				if (!line.isEmpty()) {
					String[] parts = line.split(" ", 2);
					recorded.put(parts[0], new Recorded(parts[1], i + 1));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return recorded;
	}

	private Map<String, String> present(String module) {
		Map<String, String> present = new LinkedHashMap<>();
		for (JavaClass type : this.code.classes()) {
			if (this.code.layout().isApi(type) && type.isRecord() && type.tryGetField("eventId").isPresent()
					&& this.code.layout().moduleOf(type).filter(module::equals).isPresent()) {
				List<RecordComponentInfo> components = this.code.textOf(type)
					.flatMap((text) -> text.model().findAttribute(Attributes.record()))
					.map((attribute) -> attribute.components())
					.orElse(List.of());
				for (int i = 0; i < components.size(); i++) {
					present.put(type.getSimpleName() + "." + components.get(i).name().stringValue(),
							type(components.get(i)) + ((i == 2) ? " key" : ""));
				}
			}
		}
		return present;
	}

	private String type(RecordComponentInfo component) {
		String descriptor = component.descriptor().stringValue();
		if (!descriptor.startsWith("L")) {
			return component.descriptorSymbol().displayName();
		}
		String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
		return this.code.find(name)
			.filter(JavaClass::isEnum)
			.map((type) -> type.getEnumConstants()
				.stream()
				.map((constant) -> constant.name())
				.sorted()
				.collect(Collectors.joining(" ", "one of ", "")))
			.orElse(TYPES.getOrDefault(name, name));
	}

}
