package dev.banyan.architecture;

/**
 * One place that breaks one rule.
 *
 * @param rule the rule's name
 * @param module the part of the code base that has to change
 * @param file the source file, relative to the code base's folder where that is known
 * @param line the line, from 1; 0 if it is not known
 * @param what what is wrong, naming the class; has no line number, so that it stays the
 * same when lines move
 */
public record Violation(String rule, String module, String file, int line, String what) {

	/**
	 * What stays the same as long as the violation does.
	 * @return an identity without line numbers
	 */
	public String identity() {
		return this.rule + " | " + this.module + " | " + this.what;
	}

	/**
	 * Where it is.
	 * @return file and line
	 */
	public String place() {
		return (this.line > 0) ? this.file + ":" + this.line : this.file;
	}

}
