package dev.banyan.architecture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import org.springframework.modulith.ApplicationModule;

/**
 * Rules on which module may use which: what is declared, what is used, what the poms say.
 */
final class Dependencies {

	private static final String DECLARATION = "org.springframework.modulith.ApplicationModule";

	private Dependencies() {
	}

	static Rule declared() {
		return new BoundaryRule("dependencies-declared", "Every module declares which modules it may use",
				"without a declaration Spring Modulith allows everything, and nobody sees a dependency come",
				"write @ApplicationModule(allowedDependencies = ...) in the module's package-info.java; {} means none",
				(findings) -> {
					for (String module : findings.code().modules()) {
						if (declaredBy(findings.code(), module).isEmpty()) {
							anyClassOf(findings.code(), module).ifPresent((type) -> findings.at(type, "(?m)^package ",
									"module " + module + " declares no allowed dependencies"));
						}
					}
				});
	}

	static Rule allowed() {
		return new BoundaryRule("dependencies-allowed", "A module uses only the modules that it declares",
				"a module can only leave together with everything that it uses",
				"ask a module that is declared, listen to an event, keep a copy of what you need, or move the code to the "
						+ "module that owns it; only if the design changes, add the module to allowedDependencies and to the pom",
				(findings) -> {
					technical(findings);
					Imports.undeclared(findings);
					for (JavaClass type : findings.code().classes()) {
						findings.layout().moduleOf(type).ifPresent((module) -> {
							Set<String> declared = declaredBy(findings.code(), module).orElse(null);
							uses(findings.layout(), type, (dependency, other) -> {
								if (declared != null && !declared.contains(other)) {
									findings.use(type, dependency,
											type.getName() + " uses " + dependency.getTargetClass().getName() + ", but "
													+ module + " may use only " + names(declared));
								}
							});
							casts(findings, type, (cast, target, other) -> {
								if (declared != null && !declared.contains(other)) {
									findings.in(cast.type(), cast.line(), type.getName() + " uses " + target.getName()
											+ ", but " + module + " may use only " + names(declared));
								}
							});
						});
					}
				});
	}

	/** What all may use cannot itself use any. */
	private static void technical(Findings findings) {
		for (JavaClass type : findings.code().classes()) {
			findings.layout()
				.partOf(type.getPackageName())
				.filter(findings.layout().technical()::contains)
				.ifPresent((part) -> uses(findings.layout(), type,
						(dependency, other) -> findings.use(type, dependency, type.getName() + " uses "
								+ dependency.getTargetClass().getName() + ", but " + part + " may use only none")));
		}
	}

	static Rule withoutCycles() {
		return new BoundaryRule("no-cycles", "No module uses itself through others",
				"modules in a cycle can only leave together",
				"let the lower module publish an event that the higher one listens to, or hand over what is needed as a "
						+ "parameter",
				(findings) -> {
					Map<String, Map<String, Dependency>> uses = new TreeMap<>();
					for (JavaClass type : findings.code().classes()) {
						findings.layout()
							.moduleOf(type)
							.ifPresent((module) -> uses(findings.layout(), type,
									(dependency, other) -> uses.computeIfAbsent(module, (key) -> new TreeMap<>())
										.putIfAbsent(other, dependency)));
					}
					uses.forEach((module, others) -> others.forEach((other, dependency) -> {
						if (reaches(uses, other, module)) {
							JavaClass type = dependency.getOriginClass();
							findings.use(type, dependency, type.getName() + " uses "
									+ dependency.getTargetClass().getName() + ", and " + other + " uses " + module);
						}
					}));
				});
	}

	private static boolean reaches(Map<String, Map<String, Dependency>> uses, String from, String to) {
		Set<String> seen = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(from));
		while (!open.isEmpty()) {
			String module = open.pop();
			if (module.equals(to)) {
				return true;
			}
			if (seen.add(module)) {
				open.addAll(uses.getOrDefault(module, Map.of()).keySet());
			}
		}
		return false;
	}

	static Rule closedInternals() {
		return new BoundaryRule("internals-closed", "Other modules use only a module's root package",
				"a module's root package is its whole API; everything else has to be free to change and to run elsewhere",
				"ask for what you need at the root package, or move your code into the module that owns it",
				(findings) -> {
					for (JavaClass type : findings.code().classes()) {
						uses(findings.layout(), type, (dependency, other) -> {
							JavaClass target = dependency.getTargetClass();
							if (!findings.layout().isApi(target)) {
								findings.use(type, dependency, type.getName() + " uses " + target.getName()
										+ ", which is internal to " + other);
							}
						});
						casts(findings, type, (cast, target, other) -> {
							if (!findings.layout().isApi(target)) {
								findings.in(cast.type(), cast.line(), type.getName() + " uses " + target.getName()
										+ ", which is internal to " + other);
							}
						});
					}
					new NamesOfInternals(findings).search();
					Imports.ofInternals(findings);
					Imports.constantsOfInternals(findings);
				});
	}

	/**
	 * A cast, which ArchUnit does not take for a dependency.
	 *
	 * @param type where it is
	 * @param line the line
	 */
	private record Cast(ClassText type, int line) {
	}

	/** A cast to a class of another business module. */
	@FunctionalInterface
	private interface Casting {

		void to(Cast cast, JavaClass target, String module);

	}

	private static void casts(Findings findings, JavaClass type, Casting casting) {
		findings.code()
			.textOf(type)
			.ifPresent((text) -> text.casts()
				.forEach((cast) -> findings.code()
					.find(cast.value())
					.filter((target) -> findings.layout().crosses(type, target))
					.ifPresent((target) -> casting.to(new Cast(text, cast.line()), target,
							findings.layout().moduleOf(target).orElseThrow()))));
	}

	/** A use of a class of another business module. */
	@FunctionalInterface
	private interface Use {

		void of(Dependency dependency, String module);

	}

	private static void uses(ModuleLayout layout, JavaClass type, Use use) {
		for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
			JavaClass target = dependency.getTargetClass().getBaseComponentType();
			if (layout.crosses(type, target)) {
				use.of(dependency, layout.moduleOf(target).orElseThrow());
			}
		}
	}

	static Optional<Set<String>> declaredBy(CodeBase code, String module) {
		String root = code.layout().basePackage() + "." + module + ".package-info";
		return code.classes()
			.stream()
			.filter((type) -> type.getName().equals(root))
			.findFirst()
			.flatMap((type) -> type.tryGetAnnotationOfType(DECLARATION))
			.flatMap((annotation) -> annotation.get("allowedDependencies"))
			.filter((names) -> !List.of((Object[]) names).contains(ApplicationModule.OPEN_TOKEN))
			.map((names) -> Arrays.stream((Object[]) names)
				.map(String::valueOf)
				.filter((name) -> !name.isEmpty())
				.collect(Collectors.toCollection(TreeSet::new)));
	}

	private static Optional<JavaClass> anyClassOf(CodeBase code, String module) {
		return code.classes()
			.stream()
			.filter((type) -> code.layout().moduleOf(type).filter(module::equals).isPresent())
			.min(Comparator.comparing((JavaClass type) -> type.getPackageName().length())
				.thenComparing((type) -> !type.getSimpleName().equals("package-info")));
	}

	static String names(Set<String> modules) {
		return modules.isEmpty() ? "none" : String.join(", ", modules);
	}

}
