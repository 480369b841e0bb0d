package dev.banyan.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Tells which module a class belongs to, and whether it is part of its API.
 *
 * @param basePackage the package whose direct sub-packages are modules
 * @param technical sub-packages that are no business modules and may be used by all
 * @param adapter the sub-package that alone knows the legacy system
 * @param gateway the sub-package that stands in front and knows no module
 * @param ignored folders below the root that no process contains
 */
public record ModuleLayout(String basePackage, Set<String> technical, String adapter, String gateway,
		Set<String> ignored) {

	/**
	 * Reads a layout from a properties file with the keys base, technical, adapter,
	 * gateway and ignored; lists are separated by commas.
	 * @param file the file
	 * @return the layout
	 */
	public static ModuleLayout read(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new ModuleLayout(properties.getProperty("base", ""), names(properties, "technical"),
				properties.getProperty("adapter", ""), properties.getProperty("gateway", ""),
				names(properties, "ignored"));
	}

	private static Set<String> names(Properties properties, String key) {
		return Arrays.stream(properties.getProperty(key, "").split(","))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toSet());
	}

	/**
	 * The business module of a class.
	 * @param type the class
	 * @return its name; empty for a class that is in no business module
	 */
	public Optional<String> moduleOf(JavaClass type) {
		return moduleOf(type.getPackageName());
	}

	/**
	 * The business module of a package.
	 * @param packageName the package
	 * @return its name; empty for a package that is in no business module
	 */
	public Optional<String> moduleOf(String packageName) {
		return partOf(packageName).filter(
				(part) -> !this.technical.contains(part) && !part.equals(this.adapter) && !part.equals(this.gateway));
	}

	/**
	 * The direct sub-package of the base package that a package lies in.
	 * @param packageName the package
	 * @return its name, be it a business module or not
	 */
	public Optional<String> partOf(String packageName) {
		String prefix = this.basePackage + ".";
		return packageName.startsWith(prefix) ? Optional.of(packageName.substring(prefix.length()).split("\\.")[0])
				: Optional.empty();
	}

	/**
	 * Whether a class is part of its module's API.
	 * @param type the class
	 * @return true if it lies in the module's root package
	 */
	public boolean isApi(JavaClass type) {
		return moduleOf(type).map((module) -> type.getPackageName().equals(this.basePackage + "." + module))
			.orElse(false);
	}

	/**
	 * Whether one class lies in another module than a second one.
	 * @param one a class
	 * @param other another class
	 * @return true if the second one is in a business module that is not the first one's
	 */
	public boolean crosses(JavaClass one, JavaClass other) {
		return moduleOf(other).isPresent() && !moduleOf(other).equals(moduleOf(one));
	}

	/** How configuration keys of this code base begin. */
	String configurationPrefix() {
		return this.basePackage.substring(this.basePackage.lastIndexOf('.') + 1) + ".";
	}

}
