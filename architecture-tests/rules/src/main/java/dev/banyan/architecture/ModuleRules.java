package dev.banyan.architecture;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * The rules that keep a module able to leave. Each names the class, the line and what to
 * do instead.
 */
public final class ModuleRules {

	private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";

	private static final List<String> FRAMEWORKS = List.of("org.springframework", "jakarta", "org.hibernate",
			"tools.jackson", "com.fasterxml");

	private static final Set<String> API_ANNOTATIONS = Set.of("org.springframework.modulith.ApplicationModule");

	private final ModuleLayout layout;

	/**
	 * Rules for a layout.
	 * @param layout where the modules are
	 */
	public ModuleRules(ModuleLayout layout) {
		this.layout = layout;
	}

	/**
	 * All rules.
	 * @return in the order in which they are best mended
	 */
	public List<ArchRule> all() {
		return List.of(internalsAreClosed(), apiIsPlainJava(), entitiesLieInTheirModulesSchema(),
				noTransactionCrossesASeam(), eventsSayWhatHappenedAndWhen(), noMutableStaticState());
	}

	/**
	 * Nobody outside a module uses what is not in its root package.
	 * @return the rule
	 */
	public ArchRule internalsAreClosed() {
		return rule("use only the root package of other modules", this::internalUses).because(
				"a module's root package is its whole API: ask for what you need there, or move your code into the "
						+ "module that owns it");
	}

	private void internalUses(JavaClass type, ConditionEvents events) {
		for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
			JavaClass target = dependency.getTargetClass();
			if (this.layout.crosses(type, target) && !this.layout.isApi(target)) {
				violated(events, type, dependency.getDescription() + ": " + target.getName() + " is internal to "
						+ this.layout.moduleOf(target).orElseThrow());
			}
		}
	}

	/**
	 * API types know only the JDK and other API types.
	 * @return the rule
	 */
	public ArchRule apiIsPlainJava() {
		return rule("be plain Java if they are API", (type, events) -> {
			if (!this.layout.isApi(type) || type.getSimpleName().equals("package-info")) {
				return;
			}
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				JavaClass target = dependency.getTargetClass();
				boolean framework = FRAMEWORKS.stream().anyMatch((name) -> target.getPackageName().startsWith(name));
				boolean internal = this.layout.moduleOf(target).isPresent() && !this.layout.isApi(target);
				if ((framework && !API_ANNOTATIONS.contains(target.getName())) || internal) {
					violated(events, type, dependency.getDescription());
				}
			}
		}).because(
				"no entity and no framework type leaves its module: use interfaces and records of JDK types and ids");
	}

	/**
	 * Every entity's table lies in the schema that has its module's name.
	 * @return the rule
	 */
	public ArchRule entitiesLieInTheirModulesSchema() {
		return rule("keep their tables in their module's schema", (type, events) -> {
			if (!type.isAnnotatedWith("jakarta.persistence.Entity") || this.layout.moduleOf(type).isEmpty()) {
				return;
			}
			String module = this.layout.moduleOf(type).orElseThrow();
			Object schema = type.tryGetAnnotationOfType("jakarta.persistence.Table")
				.flatMap((table) -> table.get("schema"))
				.orElse("");
			if (!module.equals(schema)) {
				violated(events, type, type.getName() + " lies in schema '" + schema + "', not in '" + module + "'");
			}
			for (JavaField field : type.getFields()) {
				for (JavaClass involved : field.getType().getAllInvolvedRawTypes()) {
					if (this.layout.crosses(type, involved) && involved.isAnnotatedWith("jakarta.persistence.Entity")) {
						violated(events, type, field.getFullName() + " relates to an entity of another module");
					}
				}
			}
		}).because("only a module's own code touches its schema: hold the id of what another module owns");
	}

	/**
	 * No method that runs in a transaction calls another module.
	 * @return the rule
	 */
	public ArchRule noTransactionCrossesASeam() {
		return rule("call no other module inside a transaction", (type, events) -> {
			for (JavaMethod method : type.getMethods()) {
				if (method.isAnnotatedWith(TRANSACTIONAL) || type.isAnnotatedWith(TRANSACTIONAL)) {
					method.getMethodCallsFromSelf().forEach((call) -> seamCall(type, call, events));
				}
			}
		}).because("the other module may run in another process and commits on its own: call it before or after the "
				+ "transaction, under a repeat-safe key");
	}

	private void seamCall(JavaClass type, JavaMethodCall call, ConditionEvents events) {
		JavaClass target = call.getTargetOwner();
		if (target.isInterface() && this.layout.isApi(target) && this.layout.crosses(type, target)) {
			violated(events, type, call.getDescription());
		}
	}

	/**
	 * Events are records that carry their own id and the time of what happened.
	 * @return the rule
	 */
	public ArchRule eventsSayWhatHappenedAndWhen() {
		return rule("carry eventId and occurredAt and be records if they are events", (type, events) -> {
			boolean id = type.getFields().stream().anyMatch((field) -> field.getName().equals("eventId"));
			boolean time = type.getFields().stream().anyMatch((field) -> field.getName().equals("occurredAt"));
			if (this.layout.isApi(type) && (id || time) && !(id && time && type.isRecord())) {
				violated(events, type,
						type.getName() + " is an event without eventId, without occurredAt or no record");
			}
		}).because("a listener tells a repeated event by its id and keeps the order by its time");
	}

	/**
	 * No field is static and can be changed.
	 * @return the rule
	 */
	public ArchRule noMutableStaticState() {
		return rule("have no mutable static fields", (type, events) -> {
			for (JavaField field : type.getFields()) {
				if (field.getModifiers().contains(JavaModifier.STATIC)
						&& !field.getModifiers().contains(JavaModifier.FINAL)
						&& !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
					violated(events, type, field.getFullName() + " is static and not final");
				}
			}
		}).because("two processes do not share it: keep state in the module's schema");
	}

	private static void violated(ConditionEvents events, JavaClass type, String message) {
		events.add(SimpleConditionEvent.violated(type, message));
	}

	private ArchRule rule(String sentence, BiConsumer<JavaClass, ConditionEvents> check) {
		return classes().that()
			.resideInAPackage(this.layout.basePackage() + "..")
			.should(new ArchCondition<>(sentence) {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					check.accept(type, events);
				}
			});
	}

}
