package dev.banyan.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Follows calls inside a module from where a transaction begins: an annotated method, or
 * a lambda handed to a transaction template, also through a method that passes it on.
 */
final class TransactionsAcrossSeams {

	private static final Set<String> TEMPLATES = Set.of("org/springframework/transaction/support/TransactionTemplate",
			"org/springframework/transaction/support/TransactionOperations");

	private final Findings findings;

	private final Map<String, JavaClass> types;

	private final Map<Calls.Id, Calls> methods = new LinkedHashMap<>();

	private final Map<String, List<Calls>> byNameAndType = new HashMap<>();

	private TransactionsAcrossSeams(Findings findings) {
		this.findings = findings;
		this.types = findings.code()
			.classes()
			.stream()
			.collect(Collectors.toMap(JavaClass::getName, (type) -> type, (one, other) -> one));
		for (ClassText type : findings.code().texts()) {
			if (this.types.containsKey(type.className())) {
				for (Calls method : Calls.of(type)) {
					this.methods.put(method.id(), method);
					this.byNameAndType.computeIfAbsent(signature(method.id()), (key) -> new ArrayList<>()).add(method);
				}
			}
		}
	}

	static Rule rule() {
		return new BoundaryRule("no-transaction-across-a-seam", "No other module is called inside a transaction",
				"the other module may run in another process and commits on its own; a slow or failed call would hold this "
						+ "transaction, and a rollback would not undo it",
				"call it before or after the transaction, under a repeat-safe key (TransactionTemplate for the local step)",
				(findings) -> new TransactionsAcrossSeams(findings).search());
	}

	private void search() {
		for (Calls method : this.methods.values()) {
			if (method.transactional()) {
				follow(method, named(method.id()));
			}
		}
		Set<Calls.Id> takers = new HashSet<>();
		for (Calls method : this.methods.values()) {
			handedTo(method, (call) -> TEMPLATES.contains(call.target().owner())).forEach((body) -> {
				follow(body, named(method.id()));
				if (body.calls().stream().anyMatch(TransactionsAcrossSeams::callsBack)) {
					takers.add(method.id());
				}
			});
		}
		for (Calls method : this.methods.values()) {
			handedTo(method, (call) -> takers.contains(call.target()))
				.forEach((body) -> follow(body, named(method.id())));
		}
	}

	/** The lambdas that are made right before such a call. */
	private List<Calls> handedTo(Calls method, Predicate<Calls.Call> receiver) {
		List<Calls> bodies = new ArrayList<>();
		for (int i = 1; i < method.calls().size(); i++) {
			Calls.Call call = method.calls().get(i);
			Calls.Call before = method.calls().get(i - 1);
			if (call.made().isEmpty() && receiver.test(call) && before.made().isPresent()) {
				Optional.ofNullable(this.methods.get(before.target()))
					.ifPresentOrElse(bodies::add, () -> reference(method, before));
			}
		}
		return bodies;
	}

	/** A method reference to a seam itself. */
	private void reference(Calls method, Calls.Call made) {
		seamCall(method, made, named(method.id()));
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
					open.addAll(inside(method, call.target()));
				}
			}
		}
	}

	private boolean seamCall(Calls method, Calls.Call call, String begin) {
		JavaClass from = this.types.get(method.type().className());
		JavaClass target = this.types.get(call.target().className());
		boolean seam = from != null && target != null && target.isInterface() && !target.isAnnotation()
				&& this.findings.layout().isApi(target) && this.findings.layout().crosses(from, target);
		if (seam) {
			this.findings.in(method.type(), call.line(),
					named(method.id()) + " calls " + call.target() + " inside the transaction that begins in " + begin);
		}
		return seam;
	}

	private static String named(Calls.Id id) {
		return id.className() + "." + id.name().replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
	}

	/** The same module's methods that such a call may reach. */
	private List<Calls> inside(Calls caller, Calls.Id target) {
		JavaClass from = this.types.get(caller.type().className());
		JavaClass owner = this.types.get(target.className());
		if (from == null || owner == null || !part(from).equals(part(owner))) {
			return List.of();
		}
		return this.byNameAndType.getOrDefault(signature(target), List.of()).stream().filter((method) -> {
			JavaClass candidate = this.types.get(method.type().className());
			return method.id().equals(target) || (candidate != null && candidate.isAssignableTo(owner.getName()));
		}).toList();
	}

	private String part(JavaClass type) {
		return this.findings.layout().partOf(type.getPackageName()).orElse("");
	}

	private static String signature(Calls.Id id) {
		return id.name() + id.descriptor();
	}

}
