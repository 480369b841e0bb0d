package dev.banyan.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows calls inside a module from where a transaction begins: an annotated method, or
 * a lambda handed to a transaction template, also through a method that passes it on.
 */
final class TransactionsAcrossSeams {

	private static final Set<String> TEMPLATES = Set.of("org/springframework/transaction/support/TransactionTemplate",
			"org/springframework/transaction/support/TransactionOperations");

	private final Findings findings;

	private final CallGraph graph;

	private TransactionsAcrossSeams(Findings findings) {
		this.findings = findings;
		this.graph = new CallGraph(findings.code());
	}

	static Rule rule() {
		return new BoundaryRule("no-transaction-across-a-seam", "No other module is called inside a transaction",
				"the other module may run in another process and commits on its own; a slow or failed call would hold this "
						+ "transaction, and a rollback would not undo it",
				"call it before or after the transaction, under a repeat-safe key (TransactionTemplate for the local step)",
				(findings) -> new TransactionsAcrossSeams(findings).search());
	}

	private void search() {
		for (Calls method : this.graph.methods()) {
			if (this.graph.transactional(method)) {
				follow(method, method.id().named());
			}
		}
		Set<Calls.Id> takers = new HashSet<>();
		for (Calls method : this.graph.methods()) {
			handedTo(method, (call) -> TEMPLATES.contains(call.target().owner())).forEach((body) -> {
				follow(body, method.id().named());
				if (body.calls().stream().anyMatch(TransactionsAcrossSeams::callsBack)) {
					takers.add(method.id());
				}
			});
		}
		for (Calls method : this.graph.methods()) {
			handedTo(method,
					(call) -> this.graph.inside(method, call.target())
						.stream()
						.map(Calls::id)
						.anyMatch(takers::contains))
				.forEach((body) -> follow(body, method.id().named()));
		}
	}

	/** The lambdas that are made before such a call and are of a type that it takes. */
	private List<Calls> handedTo(Calls method, Predicate<Calls.Call> receiver) {
		List<Calls> bodies = new ArrayList<>();
		for (int i = 1; i < method.calls().size(); i++) {
			Calls.Call call = method.calls().get(i);
			if (call.made().isEmpty() && receiver.test(call)) {
				String parameters = call.target().descriptor().replaceFirst("\\).*", "");
				for (int j = i - 1; j >= 0 && !receiver.test(method.calls().get(j)); j--) {
					Calls.Call before = method.calls().get(j);
					if (before.made().filter(parameters::contains).isPresent()) {
						this.graph.method(before.target())
							.ifPresentOrElse(bodies::add, () -> reference(method, before));
						break;
					}
				}
			}
		}
		return bodies;
	}

	/** A method reference to a seam itself. */
	private void reference(Calls method, Calls.Call made) {
		seamCall(method, made, method.id().named());
	}

	private static boolean callsBack(Calls.Call call) {
		return call.made().isEmpty() && (call.target().owner().startsWith("java/util/function/")
				|| call.target().owner().equals("java/lang/Runnable")
				|| call.target().owner().equals("java/util/concurrent/Callable"));
	}

	private void follow(Calls root, String begin) {
		Set<Calls.Id> seen = new HashSet<>();
		Deque<Calls> open = new ArrayDeque<>(List.of(root));
		while (!open.isEmpty()) {
			Calls method = open.pop();
			if (!seen.add(method.id()) || (method.detached() && method != root)) {
				continue;
			}
			for (Calls.Call call : method.calls()) {
				if (!seamCall(method, call, begin)) {
					open.addAll(this.graph.inside(method, call.target()));
				}
			}
		}
	}

	private boolean seamCall(Calls method, Calls.Call call, String begin) {
		boolean seam = this.graph.api(call)
			.filter((target) -> this.findings.layout().crosses(this.graph.typeOf(method), target))
			.isPresent();
		if (seam) {
			this.findings.in(method.type(), call.line(), method.id().named() + " calls " + call.target()
					+ " inside the transaction that begins in " + begin);
		}
		return seam;
	}

}
