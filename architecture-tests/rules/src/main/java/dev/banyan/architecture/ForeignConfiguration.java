package dev.banyan.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module reads only its own configuration.
 */
final class ForeignConfiguration {

	private ForeignConfiguration() {
	}

	static Rule rule() {
		return new BoundaryRule("own-configuration", "A module reads no configuration of another module",
				"the other one's keys are not there once it runs elsewhere",
				"ask the other module through its API, or give this module a key of its own", (findings) -> {
					String prefix = Pattern.quote(findings.layout().configurationPrefix());
					Pattern key = Pattern.compile("(?<![\\w.])" + prefix + "([a-z]+)(\\.[a-z][\\w.-]*|$|\\})");
					for (ClassText type : findings.code().texts()) {
						findings.layout()
							.moduleOf(type.packageName())
							.ifPresent((module) -> look(findings, type, module, key));
					}
				});
	}

	private static void look(Findings findings, ClassText type, String module, Pattern key) {
		for (ClassText.Text text : type.texts()) {
			Matcher found = key.matcher(text.value());
			while (found.find()) {
				if (!found.group(1).equals(module) && findings.code().modules().contains(found.group(1))) {
					findings.in(type, text, type.className() + " reads " + found.group() + " of " + found.group(1));
				}
			}
		}
	}

}
