package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.banyan.architecture.CodeBase;
import dev.banyan.architecture.ModuleLayout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What crosses the border between two modules in the code, and what their pacts say of
 * it: calls of a seam's method, and events that are heard. A face is a consumer of its
 * own, and leaves with its module.
 */
public final class Crossings {

	private static final JsonMapper JSON = new JsonMapper();

	private final ModuleLayout layout;

	private final SortedMap<Pair, SortedSet<String>> inCode = new TreeMap<>();

	private final SortedMap<Pair, SortedSet<String>> inPacts = new TreeMap<>();

	/**
	 * Who needs something of whom.
	 *
	 * @param consumer a module, or its face
	 * @param provider a module
	 */
	record Pair(String consumer, String provider) implements Comparable<Pair> {

		@Override
		public int compareTo(Pair other) {
			return file().compareTo(other.file());
		}

		String file() {
			return "modules/" + this.provider + "/pacts/" + this.consumer + "-" + this.provider + ".json";
		}

	}

	/**
	 * Looks for them.
	 * @param root the folder of the code base
	 * @param code what was compiled
	 */
	public Crossings(Path root, CodeBase code) {
		this.layout = code.layout();
		for (JavaClass type : code.classes()) {
			consumer(type).ifPresent((consumer) -> {
				type.getCodeUnitAccessesFromSelf().forEach((access) -> called(consumer, type, access));
				ModuleMap.listens(this.layout, type)
					.forEach((event) -> add(this.inCode, consumer, moduleOf(event), event.getName()));
			});
		}
		read(root);
	}

	/** The module that a class belongs to, or the face. */
	private Optional<String> consumer(JavaClass type) {
		String face = this.layout.basePackage() + "." + this.layout.adapter() + ".";
		return type.getPackageName().startsWith(face)
				? Optional
					.of(this.layout.adapter() + "-" + type.getPackageName().substring(face.length()).split("\\.")[0])
				: this.layout.moduleOf(type);
	}

	private void called(String consumer, JavaClass type, JavaCodeUnitAccess<?> access) {
		JavaClass seam = access.getTargetOwner();
		boolean own = consumer.equals(this.layout.adapter() + "-" + moduleOf(seam));
		boolean computed = access.getTarget()
			.resolveMember()
			.map((member) -> ((JavaMember) member).getModifiers().contains(JavaModifier.STATIC))
			.orElse(false);
		if (seam.isInterface() && this.layout.isApi(seam) && this.layout.crosses(type, seam) && !own && !computed) {
			add(this.inCode, consumer, moduleOf(seam),
					kebab(seam.getSimpleName()) + "/" + access.getTarget().getName());
		}
	}

	private void read(Path root) {
		Path modules = root.resolve("modules");
		try (Stream<Path> files = Files.isDirectory(modules) ? Files.walk(modules) : Stream.empty()) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".json"))
				.filter((one) -> one.toString().replace('\\', '/').contains("/pacts/"))
				.toList()) {
				JsonNode pact = JSON.readTree(ModuleMap.read(file));
				String provider = pact.at("/provider/name").asString("");
				for (JsonNode interaction : pact.path("interactions")) {
					String path = interaction.at("/request/path").asString("");
					add(this.inPacts, pact.at("/consumer/name").asString(""), provider,
							path.isEmpty() ? interaction.at("/metadata/type").asString("")
									: path.replace("/seams/" + provider + "/", ""));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What crosses a border and is in no pact.
	 * @return for each pair the missing pact's file and what it should hold
	 */
	public List<String> withoutPact() {
		return compared(this.inCode, this.inPacts);
	}

	/**
	 * What is in a pact though nothing needs it any more.
	 * @return for each pair the pact's file and what it should not hold
	 */
	public List<String> withoutNeed() {
		return compared(this.inPacts, this.inCode);
	}

	private static List<String> compared(Map<Pair, SortedSet<String>> some, Map<Pair, SortedSet<String>> others) {
		List<String> differences = new ArrayList<>();
		some.forEach((pair, needs) -> {
			SortedSet<String> rest = without(needs, others.get(pair));
			if (!rest.isEmpty()) {
				differences.add(pair.file() + ": " + String.join(", ", rest));
			}
		});
		return differences;
	}

	/** What a module and its face need of others, or others of it, and no pact says. */
	SortedMap<Pair, SortedSet<String>> withoutPact(String module) {
		SortedMap<Pair, SortedSet<String>> missing = new TreeMap<>();
		this.inCode.forEach((pair, needs) -> {
			SortedSet<String> rest = without(needs, this.inPacts.get(pair));
			if (!rest.isEmpty() && List
				.of(pair.provider(), pair.consumer(),
						pair.consumer().replaceFirst("^" + this.layout.adapter() + "-", ""))
				.contains(module)) {
				missing.put(pair, rest);
			}
		});
		return missing;
	}

	private static SortedSet<String> without(SortedSet<String> all, @Nullable Collection<String> some) {
		SortedSet<String> rest = new TreeSet<>(all);
		rest.removeAll((some != null) ? some : List.of());
		return rest;
	}

	private static void add(SortedMap<Pair, SortedSet<String>> pairs, String consumer, String provider, String need) {
		pairs.computeIfAbsent(new Pair(consumer, provider), (pair) -> new TreeSet<>()).add(need);
	}

	private String moduleOf(JavaClass type) {
		return this.layout.moduleOf(type).orElse("");
	}

	private static String kebab(String name) {
		return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
