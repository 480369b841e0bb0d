package dev.banyan.architecture;

import java.util.List;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * Events are records in the past tense that carry their own id and the time of what
 * happened.
 */
final class EventShape {

	private static final Pattern PAST = Pattern.compile(".*([a-z]ed|Out|Sent|Paid|Lost|Held|Sold|Made|Gone|Begun|Bought"
			+ "|Built|Found|Kept|Left|Met|Put|Reset|Shut|Spent|Taken|Told|Won|Written|Chosen|Drawn|Fallen|Frozen|Given"
			+ "|Grown|Hidden|Known|Shown|Stolen|Thrown|Broken|Cut|Set|Split|Caught|Dealt|Bound|Withdrawn)");

	private static final Pattern PRESENT = Pattern.compile(".*(Need|Feed|Seed|Speed|Exceed|Proceed|Succeed|Bed)");

	/** Whoever holds it may change it. */
	private static final Set<String> CHANGEABLE = Set.of("java.util.Date", "java.util.Calendar", "java.util.ArrayList",
			"java.util.LinkedList", "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap",
			"java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet", "java.lang.StringBuilder",
			"java.lang.StringBuffer", "java.util.Properties", "java.util.concurrent.atomic.AtomicInteger",
			"java.util.concurrent.atomic.AtomicLong");

	private static final Set<String> LISTENERS = Set.of("org.springframework.modulith.events.ApplicationModuleListener",
			"org.springframework.transaction.event.TransactionalEventListener",
			"org.springframework.context.event.EventListener");

	private EventShape() {
	}

	static Rule rule() {
		return new BoundaryRule("events-tell-what-happened",
				"An event is a record in the past tense: eventId, occurredAt, the id of what it is about, and more",
				"between processes, a repeated event is told by its id, and the order is kept by the id of what it is about",
				"name the fact (OrderPlaced), make it a record at the module's root that begins with UUID eventId, Instant occurredAt and that id",
				(findings) -> {
					Set<JavaClass> heard = findings.code()
						.classes()
						.stream()
						.flatMap((type) -> type.getMethods().stream())
						.filter(EventShape::listens)
						.flatMap((method) -> method.getRawParameterTypes().stream())
						.collect(Collectors.toCollection(HashSet::new));
					for (ClassText text : findings.code().texts()) {
						Published.by(text)
							.forEach((one) -> findings.code()
								.find(one.type())
								.filter(JavaClass::isRecord)
								.ifPresent(heard::add));
					}
					for (JavaClass type : findings.code().classes()) {
						look(findings, type, heard.contains(type));
					}
					published(findings);
				});
	}

	/** What is published has to be a record, also if nobody listens yet. */
	private static void published(Findings findings) {
		for (ClassText text : findings.code().texts()) {
			for (Published published : Published.by(text)) {
				JavaClass type = findings.code().find(published.type()).orElse(null);
				if (type == null) {
					continue;
				}
				findings.code()
					.find(text.className())
					.filter((publisher) -> findings.layout().moduleOf(publisher).isPresent()
							&& findings.layout().crosses(publisher, type))
					.ifPresent((publisher) -> findings.in(text, published.line(), text.className() + " publishes "
							+ type.getName() + " of " + findings.layout().moduleOf(type).orElseThrow()));
				if (!type.isRecord() && !type.isInterface()) {
					findings.in(text, published.line(),
							text.className() + " publishes " + type.getName() + ", which is no record");
				}
			}
		}
	}

	private static boolean listens(JavaMethod method) {
		return LISTENERS.stream().anyMatch(method::isAnnotatedWith);
	}

	private static void look(Findings findings, JavaClass type, boolean heard) {
		boolean id = has(type, "eventId", "java.util.UUID");
		boolean time = has(type, "occurredAt", "java.time.Instant");
		if (!findings.layout().isApi(type) || !(heard || id || time)) {
			return;
		}
		if (!id) {
			findings.at(type, type.getName() + " is an event without UUID eventId");
		}
		if (!time) {
			findings.at(type, type.getName() + " is an event without Instant occurredAt");
		}
		if (!type.isRecord()) {
			findings.at(type, type.getName() + " is an event and no record");
		}
		if (id && time && type.isRecord() && !hasKey(type)) {
			findings.at(type, type.getName()
					+ " is an event whose components do not begin with eventId, occurredAt and the id of what it is about");
		}
		if (type.isRecord()) {
			type.getFields()
				.stream()
				.filter((field) -> !field.getModifiers().contains(JavaModifier.STATIC))
				.forEach((field) -> changeable(findings, type, field));
		}
		if (!PAST.matcher(type.getSimpleName()).matches() || PRESENT.matcher(type.getSimpleName()).matches()) {
			findings.at(type, type.getName() + " is an event whose name is no past tense");
		}
	}

	private static void changeable(Findings findings, JavaClass type, JavaField field) {
		JavaClass held = field.getRawType();
		boolean ownClass = findings.layout().partOf(held.getPackageName()).isPresent() && !held.isRecord()
				&& !held.isEnum() && !held.isInterface()
				&& held.getFields()
					.stream()
					.anyMatch((one) -> !one.getModifiers().contains(JavaModifier.STATIC)
							&& !one.getModifiers().contains(JavaModifier.FINAL));
		if (field.getType()
			.getAllInvolvedRawTypes()
			.stream()
			.anyMatch((one) -> one.getName().equals("java.lang.Object"))) {
			findings.at(type,
					type.getName() + " is an event that carries " + field.getName() + ", which may be anything");
		}
		if (held.isArray() || CHANGEABLE.contains(held.getName()) || ownClass) {
			findings.at(type, "\\b" + field.getName() + "\\b\\s*[,)]",
					type.getName() + " is an event that carries " + field.getName() + ", which can be changed");
		}
	}

	/** The order of events is kept by the third component. */
	private static boolean hasKey(JavaClass type) {
		return type.getConstructors()
			.stream()
			.map((constructor) -> constructor.getRawParameterTypes().stream().map(JavaClass::getName).toList())
			.anyMatch((parameters) -> parameters.size() == type.getFields().size() && parameters.size() > 2
					&& parameters.subList(0, 2).equals(List.of("java.util.UUID", "java.time.Instant")));
	}

	private static boolean has(JavaClass type, String field, String of) {
		return type.getFields()
			.stream()
			.filter((candidate) -> candidate.getName().equals(field))
			.map(JavaField::getRawType)
			.anyMatch((fieldType) -> fieldType.getName().equals(of));
	}

}
