package dev.banyan.architecture;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A module reads only its own files from the classpath.
 */
final class ForeignResources {

	private static final Set<String> EVERYBODYS = Set.of("META-INF", "META-INF/spring", "META-INF/services", "db",
			"db/migration", "static", "templates");

	private ForeignResources() {
	}

	static Rule rule() {
		return new BoundaryRule("own-resources", "A module reads no file of another module from the classpath",
				"the other one's files are not there once it runs elsewhere",
				"ask the other module through its API, or keep a file of your own", (findings) -> {
					Map<String, Set<String>> owners = owners(findings.code());
					for (ClassText type : findings.code().texts()) {
						findings.layout().moduleOf(type.packageName()).ifPresent((module) -> {
							for (ClassText.Text text : type.texts()) {
								owner(owners, module, type.packageName(), text.value()).ifPresent((other) -> findings
									.in(type, text, text.value(), "reads " + text.value() + " of " + other));
							}
						});
					}
				});
	}

	/** Who has which file or folder. */
	private static Map<String, Set<String>> owners(CodeBase code) {
		Map<String, Set<String>> owners = new TreeMap<>();
		for (Resources.Resource resource : new Resources(code).all()) {
			String name = resource.name();
			while (!name.isEmpty()) {
				if (!EVERYBODYS.contains(name)) {
					owners.computeIfAbsent(name, (key) -> new TreeSet<>()).add(resource.module());
				}
				name = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
			}
		}
		return owners;
	}

	private static Optional<String> owner(Map<String, Set<String>> owners, String module, String packageName,
			String text) {
		String path = text.replaceFirst("^classpath\\*?:", "").replaceFirst("^/", "").replaceFirst("/(\\*\\*.*)?$", "");
		boolean plausible = path.contains("/") || path.contains(".") || text.startsWith("classpath");
		return Stream
			.of(path, path.replace('.', '/') + ".properties", path + ".properties",
					packageName.replace('.', '/') + "/" + path)
			.filter((name) -> plausible || name.endsWith(".properties"))
			.map((name) -> owners.getOrDefault(name, Set.of()))
			.filter((modules) -> !modules.isEmpty() && !modules.contains(module))
			.map((modules) -> modules.iterator().next())
			.findFirst();
	}

}
