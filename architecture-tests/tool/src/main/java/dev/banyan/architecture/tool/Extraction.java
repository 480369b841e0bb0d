package dev.banyan.architecture.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.banyan.architecture.Artifact;
import dev.banyan.architecture.CodeBase;
import dev.banyan.architecture.Violation;
import dev.banyan.architecture.tool.Blocker.Effort;
import dev.banyan.architecture.tool.ModuleFacts.Stage;

/**
 * Finds what keeps each module from running alone: violated rules, and what an extracted
 * module needs and does not have yet.
 */
final class Extraction {

	private final Path root;

	private final CodeBase code;

	private final Map<String, ModuleFacts> modules;

	private final List<Violation> violations;

	private final Map<String, String> advice;

	private final Contracts contracts;

	private final Crossings crossings;

	private Extraction(Path root, CodeBase code, List<Violation> violations, Map<String, String> advice) {
		this.root = root;
		this.code = code;
		this.violations = violations;
		this.advice = advice;
		this.modules = ModuleMap.of(code).stream().collect(Collectors.toMap(ModuleFacts::name, (module) -> module));
		this.contracts = new Contracts(root);
		this.crossings = new Crossings(root, code);
	}

	/**
	 * Looks at all modules.
	 * @param root the folder of the code base
	 * @param code what was compiled
	 * @param violations what the rules found
	 * @param advice what to do about a rule, by its name
	 * @return a report for each module, lower modules first
	 */
	static List<Readiness> of(Path root, CodeBase code, List<Violation> violations, Map<String, String> advice) {
		Extraction extraction = new Extraction(root, code, violations, advice);
		return ModuleMap.of(code).stream().map(extraction::readiness).toList();
	}

	private Readiness readiness(ModuleFacts module) {
		List<Blocker> blockers = new ArrayList<>();
		Contracts.Seen seen = (module.stage() == Stage.SERVICE) ? this.contracts.ofService(module.name())
				: this.contracts.ofExtracted(module.name());
		this.violations.stream()
			.filter((violation) -> violation.module().equals(module.name()))
			.forEach(
					(violation) -> blockers.add(Blocker.of(violation, this.advice.getOrDefault(violation.rule(), ""))));
		if (!seen.ranAlone()) {
			shape(module, blockers);
			calleesToSplit(module, blockers);
		}
		seams(module, blockers);
		callees(module, blockers);
		contracts(module, seen, blockers);
		return Readiness.of(module, blockers, seen.ranAlone() ? seen.of() : "");
	}

	private void shape(ModuleFacts module, List<Blocker> blockers) {
		String folder = "modules/" + module.name();
		Set<String> callers = new TreeSet<>();
		calledSeams(module.name()).forEach((seam) -> callers.addAll(callersOf(seam, module.name())));
		if (module.stage() == Stage.IN_PROCESS && !callers.isEmpty()) {
			blockers.add(new Blocker("not-split", folder, 0,
					String.join(", ", callers) + " would need its implementation to call it", Effort.MEDIUM,
					"split it into api and impl; callers depend on the api"));
		}
		if (module.stage() != Stage.SERVICE) {
			blockers.add(new Blocker("no-service", folder, 0, "nothing starts it as a process of its own",
					Effort.MEDIUM, "./banyan extract " + module.name() + "; whether it would run: ./banyan readiness "
							+ module.name() + " --prove"));
		}
	}

	private void seams(ModuleFacts module, List<Blocker> blockers) {
		for (JavaClass seam : calledSeams(module.name())) {
			if (!this.code.isSeam(seam)) {
				blockers.add(
						at(seam, "seam-without-remote", seam.getSimpleName() + " cannot be called from another process",
								Effort.MEDIUM, "name it in @Seams on the package of the module"));
			}
		}
	}

	private void calleesToSplit(ModuleFacts module, List<Blocker> blockers) {
		for (String callee : module.allowed()) {
			ModuleFacts other = this.modules.get(callee);
			if (other != null && other.stage() == Stage.IN_PROCESS) {
				Path pom = pomOf(module.name());
				blockers.add(new Blocker("callee-not-split", this.root.relativize(pom).toString(),
						line(pom, "<artifactId>" + callee + "</artifactId>"),
						"its service would carry the implementation of " + callee, Effort.MEDIUM,
						"split " + callee + " into api and impl and depend on " + callee + "-api"));
			}
		}
	}

	private void callees(ModuleFacts module, List<Blocker> blockers) {
		for (ModuleFacts other : this.modules.values()) {
			for (JavaClass seam : calledSeams(other.name())) {
				if (!this.code.isSeam(seam) && callersOf(seam, other.name()).contains(module.name())) {
					blockers.add(at(seam, "callee-without-remote",
							other.name() + "." + seam.getSimpleName() + " cannot be called from another process",
							Effort.MEDIUM, "name it in @Seams on the package of the module"));
				}
			}
		}
	}

	private void contracts(ModuleFacts module, Contracts.Seen seen, List<Blocker> blockers) {
		this.crossings.withoutPact(module.name())
			.forEach((pair,
					needs) -> blockers.add(new Blocker("no-pact", "modules/" + pair.provider() + "/pacts", 0,
							"nothing says what " + pair.consumer() + " needs of " + pair.provider() + ": "
									+ String.join(", ", needs),
							Effort.MEDIUM,
							"add it to the consumer test of " + pair.consumer() + ", which writes " + pair.file())));
		if (seen.failed() || module.stage() == Stage.SERVICE) {
			seen.doubt()
				.ifPresent((reason) -> blockers.add(new Blocker("contracts-not-verified",
						"modules/" + module.name() + ((module.stage() == Stage.SERVICE) ? "/service" : ""), 0, reason,
						seen.failed() ? Effort.MEDIUM : Effort.SMALL, "./banyan readiness " + module.name()
								+ " --prove starts the service alone and verifies every pact with it")));
		}
	}

	/** Seams that are called from outside, be it only by another module's face. */
	private List<JavaClass> calledSeams(String module) {
		return this.code.classes()
			.stream()
			.filter(this.code.layout()::isApi)
			.filter((type) -> this.code.layout().moduleOf(type).filter(module::equals).isPresent())
			.filter((type) -> type.isInterface() && !callersOf(type, module).isEmpty())
			.toList();
	}

	private Set<String> callersOf(JavaClass seam, String owner) {
		return seam.getMethodCallsToSelf()
			.stream()
			.map((call) -> caller(call.getOriginOwner()))
			.filter((caller) -> !caller.equals(owner) && this.modules.containsKey(caller))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** A face goes where its module goes. */
	private String caller(JavaClass type) {
		String face = this.code.layout().basePackage() + "." + this.code.layout().adapter() + ".";
		return type.getPackageName().startsWith(face) ? type.getPackageName().substring(face.length()).split("\\.")[0]
				: this.code.layout().moduleOf(type).orElse("");
	}

	private Blocker at(JavaClass type, String kind, String what, Effort effort, String fix) {
		String file = this.code.sourceOf(type);
		return new Blocker(kind, file, line(this.root.resolve(file), " " + type.getSimpleName()), what, effort, fix);
	}

	private Path pomOf(String module) {
		return this.code.artifacts()
			.stream()
			.filter((one) -> one.module().filter(module::equals).isPresent() && !one.isService())
			.map(Artifact::pom)
			.reduce((one, last) -> last)
			.orElse(this.root.resolve("pom.xml"));
	}

	private static int line(Path file, String text) {
		if (!Files.isRegularFile(file)) {
			return 0;
		}
		int number = 0;
		for (String line : ModuleMap.read(file).lines().toList()) {
			number++;
			if (line.contains(text) && !line.startsWith("import ") && !line.strip().startsWith("*")) {
				return number;
			}
		}
		return 0;
	}

}
