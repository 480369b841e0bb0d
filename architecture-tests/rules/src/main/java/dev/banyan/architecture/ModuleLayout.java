package dev.banyan.architecture;

import java.util.Optional;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Tells which module a class belongs to, and whether it is part of its API.
 *
 * @param basePackage the package whose direct sub-packages are modules
 * @param technical sub-packages that are no business modules and may be used by all
 */
public record ModuleLayout(String basePackage, Set<String> technical) {

	/**
	 * The business module of a class.
	 * @param type the class
	 * @return its name; empty for a class that is in no business module
	 */
	public Optional<String> moduleOf(JavaClass type) {
		String prefix = this.basePackage + ".";
		if (!type.getPackageName().startsWith(prefix)) {
			return Optional.empty();
		}
		String module = type.getPackageName().substring(prefix.length()).split("\\.")[0];
		return this.technical.contains(module) ? Optional.empty() : Optional.of(module);
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

}
