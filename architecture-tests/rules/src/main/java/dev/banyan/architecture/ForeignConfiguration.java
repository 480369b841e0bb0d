package dev.banyan.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module reads only its own configuration.
 */
final class ForeignConfiguration {

	private static final Set<String> TAKERS = Set.of("getProperty", "getRequiredProperty", "containsProperty",
			"@ConfigurationProperties", "@ConditionalOnProperty", "bind", "bindOrCreate");

	private ForeignConfiguration() {
	}

	static Rule rule() {
		return new BoundaryRule("own-configuration", "A module reads no configuration of another module",
				"the other one's keys are not there once it runs elsewhere",
				"ask the other module through its API, or give this module a key of its own", (findings) -> {
					for (ClassText type : findings.code().texts()) {
						findings.layout()
							.moduleOf(type.packageName())
							.ifPresent((module) -> look(findings, type, module));
					}
					new Resources(findings.code()).all().forEach((resource) -> inFile(findings, resource));
				});
	}

	private static void look(Findings findings, ClassText type, String module) {
		for (ClassText.Text text : type.texts()) {
			for (Pattern pattern : patterns(findings, text)) {
				Matcher found = pattern.matcher(text.value());
				while (found.find()) {
					String other = found.group(2).toLowerCase(Locale.ROOT);
					if (!other.equals(module) && findings.code().modules().contains(other)) {
						findings.in(type, text, found.group(1), "reads " + found.group(1) + " of " + other);
					}
				}
			}
		}
	}

	/** Placeholders in files of keys. */
	private static void inFile(Findings findings, Resources.Resource resource) {
		if (resource.name().matches(".*\\.(properties|ya?ml)")) {
			String text = resource.text();
			Pattern
				.compile("\\$\\{\\s*(?:" + Pattern.quote(findings.layout().configurationPrefix())
						+ ")?([a-z]+)\\.[a-z][\\w.-]*")
				.matcher(text)
				.results()
				.filter((found) -> !found.group(1).equals(resource.module())
						&& findings.code().modules().contains(found.group(1)))
				.forEach((found) -> findings.in(resource.module(), resource.file(), Lines.at(text, found.start()),
						resource.name() + " reads " + found.group().substring(2) + " of " + found.group(1)));
		}
	}

	/** A key is told by this code base's prefix, by a placeholder, or by who takes it. */
	private static List<Pattern> patterns(Findings findings, ClassText.Text text) {
		String prefix = findings.layout().configurationPrefix();
		String variable = Pattern.quote(prefix.toUpperCase(Locale.ROOT).replace('.', '_'));
		List<Pattern> patterns = new ArrayList<>();
		patterns.add(Pattern
			.compile("(?<![\\w.])(" + Pattern.quote(prefix) + "([a-z]+)(?:\\.[a-z][\\w.-]*|\\.$|(?=\\}|:)))"));
		patterns.add(Pattern.compile("(?<![\\w.])(" + variable + "([A-Z]+)(?:_\\w+)?)"));
		patterns.add(Pattern.compile("\\$\\{\\s*(([a-z]+)\\.[a-z][\\w.-]*)"));
		if (TAKERS.contains(text.use())) {
			patterns.add(Pattern.compile("^(([a-z]+)(?:\\.[\\w.-]+)?)$"));
			patterns.add(Pattern.compile("^(" + Pattern.quote(prefix) + "([a-z]+))$"));
		}
		return patterns;
	}

}
