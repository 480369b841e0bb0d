package dev.banyan.architecture;

import java.nio.file.Path;
import java.util.Optional;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Where a class lies tells whose it is, in a code base whose modules have folders.
 */
final class OwnFolder {

	private OwnFolder() {
	}

	static Rule rule() {
		return new BoundaryRule("packages-at-home", "A module's packages lie in the module's folder",
				"what is compiled elsewhere stays behind when the folder leaves, and reaches into the module unseen",
				"move the class into the module that its package names, or into a package of the module it lies in",
				(findings) -> {
					for (JavaClass type : findings.code().classes()) {
						Optional<String> folder = folder(findings.code(), type);
						Optional<String> module = findings.layout().moduleOf(type);
						boolean moved = folder.isPresent()
								&& !folder.equals(findings.layout().partOf(type.getPackageName()));
						boolean outside = folder.isEmpty() && module.isPresent()
								&& hasFolder(findings.code(), module.get());
						if (!type.getPackageName().equals(findings.layout().basePackage()) && (moved || outside)
								&& type.getEnclosingClass().isEmpty()) {
							findings.at(type, "(?m)^package ", type.getName() + " lies in "
									+ folder.map((name) -> "the folder of " + name).orElse("no folder of a module"));
						}
					}
				});
	}

	private static boolean hasFolder(CodeBase code, String module) {
		return code.artifacts().stream().anyMatch((one) -> one.module().filter(module::equals).isPresent());
	}

	/** The module whose artifact has compiled it. */
	private static Optional<String> folder(CodeBase code, JavaClass type) {
		return type.getSource()
			.map((source) -> Path.of(source.getUri()))
			.flatMap((file) -> code.artifacts().stream().filter((one) -> file.startsWith(one.classes())).findFirst())
			.flatMap(Artifact::module);
	}

}
