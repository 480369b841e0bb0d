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
import java.util.Optional;
import java.util.Set;
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

	private static final String KNOWN = "architecture-tests/known-violations.txt";

	static final String HISTORY = "architecture-tests/history.csv";

	private final Path root;

	private final Instant begin = Instant.now();

	private final CodeBase code;

	private final KnownViolations known;

	private final Map<Rule, List<Violation>> found = new LinkedHashMap<>();

	private BoundariesCommand(Path root) {
		this.root = root;
		this.code = CodeBase.of(root, ModuleLayout.read(root.resolve("architecture-tests/boundaries.properties")));
		this.known = KnownViolations.read(root.resolve(KNOWN));
		if (this.code.modules().isEmpty()) {
			throw new IllegalArgumentException(
					"No classes of modules in " + this.code.layout().basePackage() + " below " + root
							+ ": nothing is built, or architecture-tests/boundaries.properties says something else");
		}
		BoundaryRules.all().forEach((rule) -> this.found.put(rule, rule.violations(this.code)));
	}

	/**
	 * Runs a command.
	 * @param arguments the folder of the code base, the command and its arguments
	 */
	public static void main(String[] arguments) {
		Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
		String argument = (arguments.length > 2) ? arguments[2] : "";
		try {
			System.exit(run(root, arguments, argument));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(USAGE);
		}
	}

	private static int run(Path root, String[] arguments, String argument) {
		return switch (arguments[1]) {
			case "check" -> new BoundariesCommand(root).check((arguments.length > 3 && argument.equals("--since"))
					? Optional.of(arguments[3]) : Optional.empty());
			case "readiness" -> argument.equals("--record") ? new BoundariesCommand(root).record()
					: new BoundariesCommand(root).readiness(argument);
			case "docs" -> new BoundariesCommand(root).docs();
			default -> USAGE;
		};
	}

	private int check(Optional<String> since) {
		Map<Rule, List<Violation>> broken = new LinkedHashMap<>();
		this.found.forEach((rule, violations) -> broken.put(rule, this.known.without(violations, LocalDate.now())));
		List<KnownViolations.Entry> mended = this.known.mended(all());
		broken.forEach((rule, violations) -> {
			System.out.printf("%s %s%n", violations.isEmpty() ? "ok  " : "FAIL", rule.sentence());
			if (!violations.isEmpty()) {
				System.out.println(rule.explain(violations).indent(5).stripTrailing());
			}
		});
		mended.forEach((entry) -> System.out.println("FAIL mended, remove it from " + KNOWN + ": " + entry.identity()));
		List<KnownViolations.Entry> added = since.map(this::addedSince).orElse(List.of());
		added.forEach((entry) -> System.out.println("FAIL added since " + since.orElseThrow() + " to " + KNOWN
				+ ", which only shrinks: " + entry.identity()));
		Reports reports = new Reports(this.root);
		reports.check(broken, this.known.entries(), this.code.classes().size());
		int count = broken.values().stream().mapToInt(List::size).sum();
		System.out.printf("%d rules, %d modules, %d classes: %d violations, %d known ones; %.1f s%n", broken.size(),
				this.code.modules().size(), this.code.classes().size(), count, this.known.entries().size(),
				Duration.between(this.begin, Instant.now()).toMillis() / 1000.0);
		System.out.println("Reports: " + reports.folder().resolve("check.html") + " and check.json");
		return (count + mended.size() + added.size() > 0) ? 1 : 0;
	}

	/** Notes how all modules stand today, for the trend in the report. */
	private int record() {
		history().record(LocalDate.now(), modules());
		System.out.println("Noted in " + HISTORY + "; commit it.");
		return readiness("");
	}

	private History history() {
		return History.read(this.root.resolve(HISTORY));
	}

	private List<Readiness> modules() {
		Map<String, String> advice = this.found.keySet().stream().collect(Collectors.toMap(Rule::name, Rule::instead));
		return Extraction.of(this.root, this.code, all(), advice);
	}

	private int readiness(String only) {
		List<Readiness> modules = modules();
		if (!only.isEmpty() && modules.stream().noneMatch((one) -> one.module().name().equals(only))) {
			System.err.println("There is no module " + only + "; there are " + String.join(", ", this.code.modules()));
			return USAGE;
		}
		if (only.isEmpty()) {
			System.out.printf("%-12s %5s  %-9s  %-29s %8s %9s %9s %10s%n", "module", "score", "ran alone", "stage",
					"blockers", "calls in", "calls out", "events out");
			modules.forEach((one) -> System.out.printf("%-12s %5d  %-9s  %-29s %8d %9d %9d %10d%n", one.module().name(),
					one.score(), one.ran().isEmpty() ? "-" : "yes", one.module().stage().words(), one.blockers().size(),
					one.module().callsIn(), one.module().callsOut(), one.module().events().size()));
		}
		modules.stream().filter((one) -> one.module().name().equals(only)).forEach(BoundariesCommand::print);
		Reports reports = new Reports(this.root);
		reports.readiness(modules, history(), new RunTimeCalls(this.root));
		System.out.println("Reports: " + reports.folder().resolve("readiness.html") + " and readiness.json");
		return 0;
	}

	private static void print(Readiness readiness) {
		System.out.printf("%s: %d of 100, %s; %s%n", readiness.module().name(), readiness.score(),
				readiness.module().stage().words(), readiness.ran().isEmpty() ? "nobody saw it run alone"
						: readiness.ran() + " ran alone and kept every pact");
		readiness.blockers()
			.forEach((blocker) -> System.out.printf("  %s [%s, %s]%n    %s%n    %s%n", blocker.place(), blocker.kind(),
					blocker.effort().name().toLowerCase(Locale.ROOT), blocker.what(), blocker.fix()));
	}

	/** What the list tolerates that it did not tolerate in another commit. */
	private List<KnownViolations.Entry> addedSince(String commit) {
		KnownViolations before = KnownViolations.parse(KNOWN, Committed.text(this.root, commit, KNOWN));
		Set<String> tolerated = before.entries()
			.stream()
			.map(KnownViolations.Entry::identity)
			.collect(Collectors.toSet());
		return this.known.entries().stream().filter((entry) -> !tolerated.contains(entry.identity())).toList();
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
