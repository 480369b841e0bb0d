package dev.banyan.architecture.tool;

import dev.banyan.architecture.Violation;

/**
 * One thing that a module has to shed or get before it can leave.
 *
 * @param kind what kind of thing
 * @param file where, relative to the code base
 * @param line the line; 0 for a whole file or folder
 * @param what what is in the way
 * @param effort how much work it is
 * @param fix what to do
 */
record Blocker(String kind, String file, int line, String what, Effort effort, String fix) {

	/** How much work something is, roughly. */
	enum Effort {

		/** Minutes. */
		SMALL(2),
		/** Hours. */
		MEDIUM(5),
		/** Days. */
		LARGE(10);

		private final int points;

		Effort(int points) {
			this.points = points;
		}

		int points() {
			return this.points;
		}

	}

	static Blocker of(Violation violation, String fix) {
		return new Blocker(violation.rule(), violation.file(), violation.line(), violation.what(), Effort.MEDIUM, fix);
	}

	String place() {
		return (this.line > 0) ? this.file + ":" + this.line : this.file;
	}

}
