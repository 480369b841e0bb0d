package dev.banyan.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A change of production code that something has to notice.
 *
 * @param what what it does
 * @param noticedBy a rule's name, or "the compiler"
 * @param files where
 * @param edits what is changed
 */
record Mutation(String what, String noticedBy, List<String> files, List<Edit> edits) {

	/**
	 * A change of a file.
	 *
	 * @param file relative to the code base
	 * @param before what is replaced; empty if something is added at the end
	 * @param after what it becomes
	 */
	record Edit(String file, String before, String after) {

		String apply(String text) {
			if (this.before.isEmpty()) {
				return text + this.after + "\n";
			}
			int at = text.indexOf(this.before);
			if (at < 0) {
				throw new IllegalStateException(this.file + " has no \"" + this.before + "\"");
			}
			return text.substring(0, at) + this.after + text.substring(at + this.before.length());
		}

	}

	boolean isForTheCompiler() {
		return this.noticedBy.equals("the compiler");
	}

	/**
	 * Reads the sections of mutations.md.
	 * @param text the sections
	 * @param place where a file lies that is named there
	 * @return what they say
	 */
	static List<Mutation> read(String text, UnaryOperator<String> place) {
		List<Mutation> all = new ArrayList<>();
		String[] sections = text.split("(?m)^## ");
		for (int i = 1; i < sections.length; i++) {
			List<String> lines = sections[i].lines().filter((line) -> !line.isBlank()).toList();
			String head = lines.getFirst();
			int colon = head.lastIndexOf(": ");
			String[] by = head.substring(colon + 2).split(" in ");
			List<Edit> edits = edits(lines.subList(1, lines.size()), place);
			List<String> files = (by.length > 1) ? List.of(place.apply(by[1]))
					: edits.stream().map(Edit::file).toList();
			all.add(new Mutation(head.substring(0, colon), by[0], files, edits));
		}
		return all;
	}

	private static List<Edit> edits(List<String> lines, UnaryOperator<String> place) {
		List<Edit> edits = new ArrayList<>();
		for (String line : lines) {
			String rest = (line.length() > 2) ? line.substring(2) : "";
			if (line.startsWith("- ")) {
				Edit last = edits.removeLast();
				edits.add(new Edit(last.file(), rest, last.after()));
			}
			else if (line.startsWith("+ ")) {
				Edit last = edits.removeLast();
				edits.add(new Edit(last.file(), last.before(),
						last.after().isEmpty() ? rest : last.after() + "\n" + rest));
			}
			else {
				edits.add(new Edit(place.apply(line), "", ""));
			}
		}
		return edits;
	}

}
