package dev.banyan.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.SourceCodeLocation;

/**
 * What one rule finds in a code base.
 */
final class Findings {

	private final String rule;

	private final CodeBase code;

	private final List<Violation> all = new ArrayList<>();

	Findings(String rule, CodeBase code) {
		this.rule = rule;
		this.code = code;
	}

	CodeBase code() {
		return this.code;
	}

	ModuleLayout layout() {
		return this.code.layout();
	}

	List<Violation> all() {
		return this.all;
	}

	void in(JavaClass type, SourceCodeLocation location, String what) {
		JavaClass outer = location.getSourceClass();
		this.all.add(new Violation(this.rule, part(type.getPackageName()), this.code.sourceOf(outer),
				location.getLineNumber(), what));
	}

	/** Where a class uses another one: every line that is known, or that names it. */
	void use(JavaClass type, Dependency dependency, String what) {
		SourceCodeLocation location = dependency.getSourceCodeLocation();
		JavaClass target = dependency.getTargetClass().getBaseComponentType();
		List<Integer> lines = (location.getLineNumber() > 0) ? List.of(location.getLineNumber())
				: this.code.linesNaming(type, target.getSimpleName());
		for (int line : lines.isEmpty() ? List.of(0) : lines) {
			this.all.add(new Violation(this.rule, part(type.getPackageName()),
					this.code.sourceOf(location.getSourceClass()), line, what));
		}
	}

	/** In a class, where something is declared. */
	void at(JavaClass type, String declaration, String what) {
		this.all.add(new Violation(this.rule, part(type.getPackageName()), this.code.sourceOf(type),
				this.code.lineOf(type, declaration), what));
	}

	void at(JavaClass type, String what) {
		at(type, "\\b(class|interface|record|enum)\\s+" + type.getSimpleName() + "\\b", what);
	}

	void in(JavaClass type, int line, String what) {
		this.all.add(new Violation(this.rule, part(type.getPackageName()), this.code.sourceOf(type), line, what));
	}

	void in(ClassText type, int line, String what) {
		this.all.add(new Violation(this.rule, part(type.packageName()), source(type), line, what));
	}

	/**
	 * Where a part of a string is written, which is where a constant is declared that has
	 * it.
	 * @param type the class that uses the string
	 * @param text the string
	 * @param token the part of it
	 * @param what what is wrong, after the class's name
	 */
	void in(ClassText type, ClassText.Text text, String token, String what) {
		int line = written(type, text, token);
		if (line == 0) {
			for (ClassText other : this.code.texts()) {
				if (part(other.packageName()).equals(part(type.packageName()))) {
					for (ClassText.Text constant : other.texts()) {
						int declared = (constant.declared() && text.value().contains(constant.value())
								&& constant.value().contains(token)) ? written(other, constant, token) : 0;
						if (declared > 0) {
							in(other, declared, other.className() + " " + what);
							return;
						}
					}
				}
			}
		}
		in(type, (line > 0) ? line : text.line(), type.className() + " " + what);
	}

	private int written(ClassText type, ClassText.Text text, String token) {
		String member = text.member().equals("<init>") ? type.className().replaceFirst(".*[.$]", "") : text.member();
		return Lines.ofWritten(this.code.text(source(type)), text.line(), member, text.value(), token);
	}

	private String source(ClassText type) {
		return this.code.source(type.file(), type.packageName(), type.sourceName());
	}

	/** In a file that is no source, where a pattern matches. */
	void in(String module, String file, String pattern, String what) {
		this.all.add(new Violation(this.rule, module, file, this.code.lineOf(file, pattern), what));
	}

	void in(String module, Path file, int line, String what) {
		this.all.add(new Violation(this.rule, module, this.code.relative(file), line, what));
	}

	private String part(String packageName) {
		return layout().partOf(packageName).orElse(packageName);
	}

}
