package dev.banyan.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * What a source file imports and its compiled classes do not show: constants that the
 * compiler copies, types that only stand between angle brackets in a method, and imports
 * without use.
 */
final class Imports {

	private static final Pattern IMPORT = Pattern
		.compile("(?m)^import\\s+(static\\s+)?([\\w.]+?)\\.([A-Z]\\w*)(?:\\.([\\w.]+))?\\s*;");

	/**
	 * An import that no compiled class shows.
	 *
	 * @param type a class of the file
	 * @param target the imported class
	 * @param lines where it is used; where it is imported, if nowhere
	 */
	private record Unseen(JavaClass type, String target, List<Integer> lines) {
	}

	private static final Set<JavaModifier> CONSTANT = Set.of(JavaModifier.STATIC, JavaModifier.FINAL);

	private Imports() {
	}

	static void ofInternals(Findings findings) {
		for (Unseen unseen : unseen(findings)) {
			JavaClass target = findings.code().find(unseen.target()).orElseThrow();
			if (!findings.layout().isApi(target)) {
				unseen.lines()
					.forEach((line) -> findings.in(unseen.type(), line,
							unseen.type().getName() + " uses " + unseen.target() + ", which is internal to "
									+ findings.layout().moduleOf(target).orElseThrow()));
			}
		}
	}

	/** The compiler copies them. */
	static void constantsOfInternals(Findings findings) {
		for (JavaClass type : findings.code().classes()) {
			if (type.getEnclosingClass().isEmpty()) {
				String text = findings.code().text(findings.code().sourceOf(type));
				IMPORT.matcher(text).results().forEach((imported) -> constants(findings, type, text, imported));
			}
		}
	}

	private static void constants(Findings findings, JavaClass type, String text, MatchResult imported) {
		JavaClass target = findings.code().find(imported.group(2) + "." + imported.group(3)).orElse(null);
		if (target == null || !findings.layout().crosses(type, target) || findings.layout().isApi(target)) {
			return;
		}
		boolean member = imported.group(1) != null;
		target.getFields()
			.stream()
			.filter((field) -> field.getModifiers().containsAll(CONSTANT))
			.filter((field) -> !member || field.getName().equals(imported.group(4)))
			.map((field) -> member ? field.getName() : target.getSimpleName() + "." + field.getName())
			.flatMap((name) -> Lines.ofCodeWith(text, name).stream())
			.forEach((line) -> findings.in(type, line, type.getName() + " uses " + target.getName()
					+ ", which is internal to " + findings.layout().moduleOf(target).orElseThrow()));
	}

	static void undeclared(Findings findings) {
		for (Unseen unseen : unseen(findings)) {
			String other = findings.layout()
				.moduleOf(findings.code().find(unseen.target()).orElseThrow())
				.orElseThrow();
			findings.layout()
				.moduleOf(unseen.type())
				.flatMap((module) -> Dependencies.declaredBy(findings.code(), module))
				.filter((declared) -> !declared.contains(other))
				.ifPresent((declared) -> unseen.lines()
					.forEach((line) -> findings.in(unseen.type(), line,
							unseen.type().getName() + " uses " + unseen.target() + ", but "
									+ findings.layout().moduleOf(unseen.type()).orElseThrow() + " may use only "
									+ Dependencies.names(declared))));
		}
	}

	private static List<Unseen> unseen(Findings findings) {
		Map<String, JavaClass> first = new TreeMap<>();
		Map<String, Set<String>> seen = new TreeMap<>();
		for (JavaClass type : findings.code().classes()) {
			String source = findings.code().sourceOf(type);
			if (type.getEnclosingClass().isEmpty()) {
				first.putIfAbsent(source, type);
			}
			Set<String> targets = seen.computeIfAbsent(source, (key) -> new HashSet<>());
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				targets.add(outermost(dependency.getTargetClass().getBaseComponentType()));
			}
			findings.code().textOf(type).ifPresent((text) -> text.casts().forEach((cast) -> targets.add(cast.value())));
		}
		return first.entrySet()
			.stream()
			.flatMap((file) -> in(findings, file.getKey(), file.getValue(), seen.getOrDefault(file.getKey(), Set.of()))
				.stream())
			.toList();
	}

	private static String outermost(JavaClass type) {
		return type.getEnclosingClass().map(Imports::outermost).orElse(type.getName());
	}

	private static List<Unseen> in(Findings findings, String source, JavaClass type, Set<String> seen) {
		String text = findings.code().text(source);
		Matcher imported = IMPORT.matcher(text);
		List<Unseen> unseen = new java.util.ArrayList<>();
		while (imported.find()) {
			String target = imported.group(2) + "." + imported.group(3);
			Optional<JavaClass> found = findings.code().find(target);
			if (!seen.contains(target) && found.filter((one) -> findings.layout().crosses(type, one)).isPresent()) {
				boolean member = imported.group(1) != null && imported.group(4) != null;
				List<Integer> lines = Lines.ofCodeWith(text, member ? imported.group(4) : imported.group(3));
				unseen
					.add(new Unseen(type, target, lines.isEmpty() ? List.of(Lines.at(text, imported.start())) : lines));
			}
		}
		return unseen;
	}

}
