package dev.banyan.architecture;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Finds what passes the compiler: classes, packages and beans of other modules' internals
 * that are named in strings, and in files on the classpath.
 */
final class NamesOfInternals {

	private static final Set<String> COMPONENTS = Set.of("org.springframework.stereotype.Component",
			"org.springframework.stereotype.Service", "org.springframework.stereotype.Repository",
			"org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController",
			"org.springframework.context.annotation.Configuration");

	private static final Set<String> BEAN_TAKERS = Set.of("@Qualifier", "@Resource", "@DependsOn", "@Named", "getBean",
			"containsBean", "getType");

	private static final Set<String> SCANS = Set.of("@ComponentScan", "@EntityScan", "@EnableJpaRepositories",
			"@ConfigurationPropertiesScan", "@AutoConfigurationPackage", "@SpringBootApplication", "scan",
			"setPackagesToScan", "packages");

	private static final Pattern REFERENCE = Pattern.compile("(?<!\\w)@(\\w+)\\.");

	private final Findings findings;

	private final Set<String> packages;

	private final Map<String, Set<String>> beans = new TreeMap<>();

	NamesOfInternals(Findings findings) {
		this.findings = findings;
		this.packages = findings.code().classes().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
		for (JavaClass type : findings.code().classes()) {
			if (COMPONENTS.stream().anyMatch(type::isAnnotatedWith)) {
				this.beans.computeIfAbsent(bean(type), (name) -> new java.util.TreeSet<>())
					.add(findings.layout().partOf(type.getPackageName()).orElse(""));
			}
		}
	}

	private static String bean(JavaClass type) {
		return COMPONENTS.stream()
			.flatMap((component) -> type.tryGetAnnotationOfType(component).stream())
			.flatMap((annotation) -> annotation.get("value").stream())
			.map(String::valueOf)
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElseGet(() -> type.getSimpleName().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
					+ type.getSimpleName().substring(1));
	}

	void search() {
		for (ClassText type : this.findings.code().texts()) {
			Optional<String> from = this.findings.layout().partOf(type.packageName());
			if (from.isPresent()) {
				for (ClassText.Text text : type.texts()) {
					internals(from.get(), text.value()).forEach((name) -> this.findings.in(type, text, name,
							"names " + name + ", which is internal to " + owner(name)));
					scanned(from.get(), text)
						.ifPresent((module) -> this.findings.in(type, text, text.value(), "scans " + module));
					beans(text).forEach((name) -> beanOf(from.get(), name).ifPresent((module) -> this.findings.in(type,
							text, name, "names the bean " + name + ", which is internal to " + module)));
				}
			}
		}
		inResources();
	}

	/** Class and package names within a text. */
	private Stream<String> internals(String from, String text) {
		String base = Pattern.quote(this.findings.layout().basePackage());
		String slashed = Pattern.quote(this.findings.layout().basePackage().replace('.', '/'));
		Matcher name = Pattern
			.compile("(?<![\\w.])" + base + "(?:\\.[a-z]\\w*){2,}(?:\\.[A-Z]\\w*(?:\\$\\w+)*)?|(?<![\\w.])" + slashed
					+ "(?:/[a-z]\\w*){2,}(?:/[A-Z]\\w*(?:\\$\\w+)*)?")
			.matcher(text);
		return name.results().map((found) -> found.group()).filter((found) -> {
			String type = found.replace('/', '.');
			String enclosing = type.replaceFirst("\\.[A-Z].*", "");
			Optional<String> module = this.findings.layout().moduleOf(enclosing);
			return module.isPresent() && !module.get().equals(from) && this.packages.contains(enclosing)
					&& !enclosing.equals(this.findings.layout().basePackage() + "." + module.get())
					&& (enclosing.equals(type) || this.findings.code().find(type).isPresent());
		});
	}

	private String owner(String name) {
		return this.findings.layout().moduleOf(name.replace('/', '.')).orElse("");
	}

	/** Scanning a module's root would take its beans along. */
	private Optional<String> scanned(String from, ClassText.Text text) {
		return SCANS.contains(text.use()) ? this.findings.layout()
			.moduleOf(text.value())
			.filter((module) -> !module.equals(from)
					&& text.value().equals(this.findings.layout().basePackage() + "." + module)
					&& this.findings.code().modules().contains(module))
				: Optional.empty();
	}

	/** Also in an expression of an annotation. */
	private static Stream<String> beans(ClassText.Text text) {
		if (BEAN_TAKERS.contains(text.use())) {
			return Stream.of(text.value());
		}
		return text.annotates() ? REFERENCE.matcher(text.value()).results().map((found) -> found.group(1))
				: Stream.empty();
	}

	private Optional<String> beanOf(String from, String name) {
		Set<String> owners = this.beans.getOrDefault(name, Set.of());
		return owners.contains(from) ? Optional.empty()
				: owners.stream().filter(this.findings.code().modules()::contains).findFirst();
	}

	/** As service loaders and auto-configuration read them. */
	private void inResources() {
		for (Resources.Resource resource : new Resources(this.findings.code()).all()) {
			String text = resource.text();
			internals(resource.module(), text).distinct()
				.forEach((name) -> this.findings.in(resource.module(), this.findings.code().relative(resource.file()),
						Pattern.quote(name),
						resource.name() + " names " + name + ", which is internal to " + owner(name)));
		}
	}

}
