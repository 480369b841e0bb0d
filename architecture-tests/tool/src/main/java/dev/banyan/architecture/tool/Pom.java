package dev.banyan.architecture.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pom as a text: what is not changed keeps its place and its form.
 */
final class Pom {

	private static final String GROUP = "<groupId>dev.banyan</groupId>";

	private final Path file;

	private String text;

	private Pom(Path file, String text) {
		this.file = file;
		this.text = text;
	}

	static Pom read(Path file) {
		return new Pom(file, ExtractCommand.read(file));
	}

	/** The pom of a part of a module. */
	static String ofPart(String artifact, String description, String more) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
				         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
				  <modelVersion>4.0.0</modelVersion>

				  <parent>
				    <groupId>dev.banyan</groupId>
				    <artifactId>banyan</artifactId>
				    <version>0.1.0-SNAPSHOT</version>
				    <relativePath>../../../pom.xml</relativePath>
				  </parent>

				  <artifactId>%s</artifactId>
				  <description>%s</description>

				%s</project>
				"""
			.formatted(artifact, description, more);
	}

	static String dependency(String artifact) {
		return """
				    <dependency>
				      %s
				      <artifactId>%s</artifactId>
				    </dependency>
				""".formatted(GROUP, artifact);
	}

	/** Whether it depends on, or manages, an artifact. */
	boolean names(String artifact) {
		return matching(artifact).find();
	}

	/** Replaces a dependency; what else it says, a scope or a version, stays. */
	Pom rename(String artifact, String other) {
		Matcher dependency = matching(artifact);
		this.text = dependency.replaceAll((found) -> Matcher
			.quoteReplacement(found.group().replace("<artifactId>" + artifact + "<", "<artifactId>" + other + "<")));
		return this;
	}

	/** Adds a copy of a dependency right after it, for another artifact. */
	Pom addAfter(String artifact, String other, String scope) {
		Matcher dependency = matching(artifact);
		this.text = dependency.replaceAll((found) -> {
			String copy = found.group().replace("<artifactId>" + artifact + "<", "<artifactId>" + other + "<");
			if (!scope.isEmpty()) {
				copy = copy.replaceFirst("\n *<scope>[a-z]+</scope>", "")
					.replaceFirst("( *)</dependency>", "$1  <scope>" + scope + "</scope>\n$1</dependency>");
			}
			return Matcher.quoteReplacement(found.group() + copy);
		});
		return this;
	}

	Pom remove(String artifact) {
		this.text = matching(artifact).replaceAll("");
		return this;
	}

	Pom addFirst(String artifact) {
		return replace("  <dependencies>\n", "  <dependencies>\n" + dependency(artifact));
	}

	/** Sets a property, or takes it out if it has no value. */
	Pom property(String name, String value) {
		String line = "    <" + name + ">" + value + "</" + name + ">\n";
		if (value.isEmpty()) {
			this.text = this.text
				.replaceFirst("    <" + Pattern.quote(name) + ">[^<]*</" + Pattern.quote(name) + ">\n", "")
				.replace("  <properties>\n  </properties>\n\n", "");
			return this;
		}
		return this.text.contains("  <properties>\n") ? replace("  <properties>\n", "  <properties>\n" + line)
				: replace("  <dependencies>\n", "  <properties>\n" + line + "  </properties>\n\n  <dependencies>\n");
	}

	/** Replaces the first place. */
	Pom replace(String part, String other) {
		int at = this.text.indexOf(part);
		if (at < 0) {
			throw new IllegalStateException(this.file + " has no " + part.strip());
		}
		this.text = this.text.substring(0, at) + other + this.text.substring(at + part.length());
		return this;
	}

	void write() throws IOException {
		Files.writeString(this.file, this.text);
	}

	private Matcher matching(String artifact) {
		return Pattern
			.compile(" *<dependency>\\s*" + Pattern.quote(GROUP) + "\\s*<artifactId>" + Pattern.quote(artifact)
					+ "</artifactId>(?:(?!</dependency>).)*?</dependency>\\n", Pattern.DOTALL)
			.matcher(this.text);
	}

}
