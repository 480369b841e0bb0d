package dev.banyan.architecture.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.banyan.architecture.KnownViolations;
import dev.banyan.architecture.Rule;
import dev.banyan.architecture.Violation;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what was found for people and for machines.
 */
final class Reports {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Path folder;

	Reports(Path root) {
		this.folder = root.resolve("target/boundaries");
	}

	Path folder() {
		return this.folder;
	}

	void check(Map<Rule, List<Violation>> broken, List<KnownViolations.Entry> known, int classes) {
		List<Object> rules = new ArrayList<>();
		broken.forEach((rule, violations) -> rules.add(ordered("name", rule.name(), "sentence", rule.sentence(),
				"because", rule.because(), "instead", rule.instead(), "violations", violations)));
		json("check.json",
				ordered("classes", classes, "rules", rules, "known",
						known.stream()
							.map((entry) -> ordered("identity", entry.identity(), "until", entry.until().toString(),
									"reason", entry.reason()))
							.toList()));
		Html page = new Html("Boundaries");
		int count = broken.values().stream().mapToInt(List::size).sum();
		page.lead((count == 0) ? "All " + broken.size() + " rules hold." : count + " violations.", count == 0);
		String tolerated = switch (known.size()) {
			case 0 -> "no violation is";
			case 1 -> "1 violation is";
			default -> known.size() + " violations are";
		};
		page.text(classes + " classes were looked at; " + tolerated + " known and tolerated for a while.");
		page.beginTable("", "rule", "because", "instead");
		broken.forEach((rule, violations) -> page.row(violations.isEmpty() ? "ok" : "fail",
				violations.isEmpty() ? "\u2713" : String.valueOf(violations.size()), rule.sentence(), rule.because(),
				rule.instead()));
		page.endTable();
		broken.forEach((rule, violations) -> {
			if (!violations.isEmpty()) {
				page.heading(rule.sentence());
				page.beginTable("where", "what");
				violations.forEach((violation) -> page.row("", violation.place(), violation.what()));
				page.endTable();
			}
		});
		if (!known.isEmpty()) {
			page.heading("Known");
			page.beginTable("what", "until", "why");
			known.forEach((entry) -> page.row("", entry.identity(), entry.until().toString(), entry.reason()));
			page.endTable();
		}
		write("check.html", page.toString());
	}

	void readiness(List<Readiness> modules, History history, RunTimeCalls calls) {
		List<RunTimeCalls.Pair> pairs = calls.wereCounted()
				? calls.beside(modules.stream().map(Readiness::module).toList()) : List.of();
		json("readiness.json", ordered("modules", modules, "calls", pairs));
		Html page = new Html("Readiness");
		page.text(
				"What still holds each module back. 100 means: its service was built and started alone and keeps every contract, and no rule is broken. A module that has no service yet is extracted into a copy for that: ./banyan readiness --prove.");
		page.beginTable("module", "score", "trend", "ran alone", "stage", "blockers", "calls in", "calls out",
				"events out", "events in");
		for (Readiness one : modules) {
			ModuleFacts module = one.module();
			page.row((one.score() == 100) ? "facts ok" : "facts", module.name(), page.bar(one.score()),
					page.trend(history.scores(module.name())), one.ran().isEmpty() ? "-" : "yes",
					module.stage().words(), String.valueOf(one.blockers().size()), String.valueOf(module.callsIn()),
					String.valueOf(module.callsOut()), String.valueOf(module.events().size()),
					String.valueOf(module.hears().size()));
		}
		page.endTable();
		if (!pairs.isEmpty()) {
			page.heading("Calls between modules");
			page.beginTable("caller", "called", "places in the code", "calls while tests ran", "difference");
			pairs.forEach((pair) -> page.row("", pair.caller(), pair.callee(), pair.inCode(), pair.atRunTime(),
					pair.difference()));
			page.endTable();
		}
		for (Readiness one : modules) {
			module(page, one);
		}
		write("readiness.html", page.toString());
	}

	private static void module(Html page, Readiness one) {
		ModuleFacts module = one.module();
		page.heading(module.name() + ": " + one.score());
		page.text(module.purpose());
		page.beginTable("", "");
		page.row("facts", "called from", counts(module.calledFrom()));
		page.row("facts", "calls", counts(module.calls()));
		page.row("facts", "events, and who listens", listeners(module));
		page.row("facts", "listens to", module.hears().isEmpty() ? "-" : String.join(", ", module.hears()));
		page.endTable();
		if (one.blockers().isEmpty()) {
			page.lead("Nothing holds it back: " + one.ran() + " ran alone and kept every pact.", true);
			return;
		}
		page.beginTable("kind", "where", "what", "effort", "what to do");
		one.blockers()
			.forEach((blocker) -> page.row("", blocker.kind(), blocker.place(), blocker.what(),
					blocker.effort().name().toLowerCase(Locale.ROOT), blocker.fix()));
		page.endTable();
	}

	private static String counts(Map<String, Integer> calls) {
		List<String> words = new ArrayList<>();
		calls.forEach((module, count) -> words.add(module + " " + count));
		return words.isEmpty() ? "-" : String.join(", ", words);
	}

	private static String listeners(ModuleFacts module) {
		List<String> words = new ArrayList<>();
		module.events()
			.forEach((event, listeners) -> words
				.add(event + (listeners.isEmpty() ? "" : " \u2192 " + String.join(", ", listeners))));
		return String.join("; ", words);
	}

	private static Map<String, Object> ordered(Object... namesAndValues) {
		Map<String, Object> ordered = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			ordered.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return ordered;
	}

	private void json(String name, Object content) {
		write(name, JSON.writeValueAsString(content));
	}

	private void write(String name, String text) {
		try {
			Files.createDirectories(this.folder);
			Files.writeString(this.folder.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
