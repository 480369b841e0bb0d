package dev.banyan.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A rule and how its violations are found.
 */
record BoundaryRule(String name, String sentence, String because, String instead,
		Consumer<Findings> search) implements Rule {

	@Override
	public List<Violation> violations(CodeBase code) {
		Findings findings = new Findings(this.name, code);
		this.search.accept(findings);
		return findings.all()
			.stream()
			.distinct()
			.sorted(Comparator.comparing(Violation::file).thenComparing(Violation::line).thenComparing(Violation::what))
			.toList();
	}

}
