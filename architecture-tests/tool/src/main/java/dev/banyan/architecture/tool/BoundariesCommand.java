package dev.banyan.architecture.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.banyan.architecture.BoundaryRules;
import dev.banyan.architecture.CodeBase;
import dev.banyan.architecture.KnownViolations;
import dev.banyan.architecture.ModuleLayout;
import dev.banyan.architecture.Rule;
import dev.banyan.architecture.Violation;

/**
 * {@code banyan check}, {@code banyan readiness} and {@code banyan docs}.
 */
public final class BoundariesCommand {

	private static final int USAGE = 2;

	private final Path root;

	private final Instant begin = Instant.now();

	private final CodeBase code;

	private final KnownViolations known;

	private final Map<Rule, List<Violation>> found = new LinkedHashMap<>();

	private BoundariesCommand(Path root) {
		this.root = root;
		this.code = CodeBase.of(root, ModuleLayout.read(root.resolve("architecture-tests/boundaries.properties")));
		this.known = KnownViolations.read(root.resolve("architecture-tests/known-violations.txt"));
		BoundaryRules.all().forEach((rule) -> this.found.put(rule, rule.violations(this.code)));
	}

	/**
	 * Runs a command.
	 * @param arguments the folder of the code base, the command and its arguments
	 */
	public static void main(String[] arguments) {
		Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
		String argument = (arguments.length > 2) ? arguments[2] : "";
		System.exit(switch (arguments[1]) {
			case "check" -> new BoundariesCommand(root).check();
			case "readiness" -> new BoundariesCommand(root).readiness(argument);
			case "docs" -> new BoundariesCommand(root).docs();
			default -> USAGE;
		});
	}

	private int check() {
		Map<Rule, List<Violation>> broken = new LinkedHashMap<>();
		this.found.forEach((rule, violations) -> broken.put(rule, this.known.without(violations, LocalDate.now())));
		List<KnownViolations.Entry> mended = this.known.mended(all());
		broken.forEach((rule, violations) -> {
			System.out.printf("%s %s%n", violations.isEmpty() ? "ok  " : "FAIL", rule.sentence());
			if (!violations.isEmpty()) {
				System.out.println(rule.explain(violations).indent(5).stripTrailing());
			}
		});
		mended.forEach((entry) -> System.out
			.println("FAIL mended, remove it from architecture-tests/known-violations.txt: " + entry.identity()));
		Reports reports = new Reports(this.root);
		reports.check(broken, this.known.entries(), this.code.classes().size());
		int count = broken.values().stream().mapToInt(List::size).sum();
		System.out.printf("%d rules, %d modules, %d classes: %d violations, %d known ones; %.1f s%n", broken.size(),
				this.code.modules().size(), this.code.classes().size(), count, this.known.entries().size(),
				Duration.between(this.begin, Instant.now()).toMillis() / 1000.0);
		System.out.println("Reports: " + reports.folder().resolve("check.html") + " and check.json");
		return (count + mended.size() > 0) ? 1 : 0;
	}

	private int readiness(String only) {
		Map<String, String> advice = this.found.keySet().stream().collect(Collectors.toMap(Rule::name, Rule::instead));
		List<Readiness> modules = Extraction.of(this.root, this.code, all(), advice);
		if (!only.isEmpty() && modules.stream().noneMatch((one) -> one.module().name().equals(only))) {
			System.err.println("There is no module " + only + "; there are " + String.join(", ", this.code.modules()));
			return USAGE;
		}
		if (only.isEmpty()) {
			System.out.printf("%-12s %5s  %-29s %8s %9s %9s %10s%n", "module", "score", "stage", "blockers", "calls in",
					"calls out", "events out");
			modules.forEach((one) -> System.out.printf("%-12s %5d  %-29s %8d %9d %9d %10d%n", one.module().name(),
					one.score(), one.module().stage().words(), one.blockers().size(), one.module().callsIn(),
					one.module().callsOut(), one.module().events().size()));
		}
		modules.stream().filter((one) -> one.module().name().equals(only)).forEach(BoundariesCommand::print);
		Reports reports = new Reports(this.root);
		reports.readiness(modules);
		System.out.println("Reports: " + reports.folder().resolve("readiness.html") + " and readiness.json");
		return 0;
	}

	private static void print(Readiness readiness) {
		System.out.printf("%s: %d of 100, %s%n", readiness.module().name(), readiness.score(),
				readiness.module().stage().words());
		readiness.blockers()
			.forEach((blocker) -> System.out.printf("  %s [%s, %s]%n    %s%n    %s%n", blocker.place(), blocker.kind(),
					blocker.effort().name().toLowerCase(Locale.ROOT), blocker.what(), blocker.fix()));
	}

	private int docs() {
		LivingDocumentation documentation = new LivingDocumentation(this.root, this.code);
		documentation.write().forEach((page) -> System.out.println("written: " + this.root.relativize(page)));
		return 0;
	}

	private List<Violation> all() {
		List<Violation> all = new ArrayList<>();
		this.found.values().forEach(all::addAll);
		return all;
	}

}
