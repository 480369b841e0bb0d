package dev.banyan.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One Maven module.
 *
 * @param name its artifact id
 * @param folder its folder
 * @param dependencies artifact ids of this code base that it needs at run time
 */
public record Artifact(String name, Path folder, List<String> dependencies) {

	/**
	 * Its description of itself.
	 * @return pom.xml
	 */
	public Path pom() {
		return this.folder.resolve("pom.xml");
	}

	/**
	 * What was compiled.
	 * @return the folder of its classes
	 */
	public Path classes() {
		return this.folder.resolve("target/classes");
	}

	/**
	 * The business module that it is a part of.
	 * @return the name of the folder below {@code modules}; empty for everything else
	 */
	public Optional<String> module() {
		for (Path at = this.folder; at != null && at.getParent() != null; at = at.getParent()) {
			if (at.getParent().endsWith("modules")) {
				return Optional.of(at.getFileName().toString());
			}
		}
		return Optional.empty();
	}

	/**
	 * Whether it only starts a module as a process of its own.
	 * @return true for {@code modules/<name>/service}
	 */
	public boolean isService() {
		return module().isPresent() && this.folder.endsWith("service");
	}

}
