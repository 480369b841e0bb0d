package dev.banyan.architecture.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import java.util.stream.Stream;

import dev.banyan.architecture.BoundaryRules;
import dev.banyan.architecture.CodeBase;
import dev.banyan.architecture.EventSchemas;
import dev.banyan.architecture.Planted;
import dev.banyan.architecture.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ReadinessTests {

	private static final String PACT = "modules/stock/pacts/orders-stock.json";

	@TempDir
	private Path folder;

	private CodeBase code;

	@BeforeEach
	void compile() throws IOException {
		this.code = Planted.compile(Planted.sources().resolve("readiness"), this.folder).code();
		build("first");
	}

	@Test
	void isCompleteOnceTheServiceRanAloneAndKeptEveryContract() throws Exception {
		verified(1);
		assertThat(of("stock").blockers()).isEmpty();
		assertThat(of("stock").score()).isEqualTo(100);
	}

	@Test
	void isIncompleteIfTheServiceBrokeAContract() throws Exception {
		verified(0);
		assertThat(of("stock").blockers()).extracting(Blocker::kind).containsExactly("contracts-not-verified");
		assertThat(of("stock").score()).isLessThan(100);
	}

	@Test
	void saysWhyTheServiceDidNotStart() throws Exception {
		verified(0, "\"it does not start: no bean\"");
		assertThat(of("stock").blockers()).extracting(Blocker::what)
			.singleElement()
			.asString()
			.endsWith(": it does not start: no bean");
		assertThat(of("stock").ran()).isEmpty();
	}

	@Test
	void tellsTheFirstOfManyFailures() throws Exception {
		verified(0, "\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\"");
		assertThat(of("stock").blockers()).extracting(Blocker::what)
			.singleElement()
			.asString()
			.endsWith(": a; b; c; and 2 more");
	}

	@Test
	void isIncompleteIfTheServiceKeptEveryContractButSomethingBroke() throws Exception {
		verified(1, "\"one\"", "\"another\"");
		assertThat(of("stock").score()).isLessThan(100);
	}

	@Test
	void countsWhatExtractingDoesAsDoneOnceTheExtractedServiceRanAlone() throws Exception {
		commit();
		proved("");
		assertThat(of("reporting").blockers()).extracting(Blocker::kind)
			.containsExactlyInAnyOrder("callee-without-remote", "no-pact");
		assertThat(of("reporting").ran()).isEqualTo("the service that it would get");
	}

	@Test
	void forgetsThatTheExtractedServiceRanAloneOnceASourceIsChanged() throws Exception {
		commit();
		proved("");
		Files.writeString(this.folder.resolve("modules/reporting/src/main/java/New.java"), "class New {\n}\n");
		assertThat(of("reporting").blockers()).extracting(Blocker::kind).contains("no-service", "callee-not-split");
		git("add", "-A");
		git("-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "-q", "-m", "more");
		assertThat(of("reporting").blockers()).extracting(Blocker::kind).contains("no-service", "callee-not-split");
	}

	@Test
	void keepsTheProofIfOnlyAPageIsChanged() throws Exception {
		commit();
		proved("");
		Files.writeString(this.folder.resolve("modules/reporting/README.md"), "more");
		assertThat(of("reporting").ran()).isNotEmpty();
	}

	@Test
	void saysWhyTheExtractedServiceDidNotStart() throws Exception {
		commit();
		proved("\"it does not start: no bean\"");
		assertThat(of("reporting").blockers()).extracting(Blocker::kind).contains("no-service", "callee-not-split");
		assertThat(of("reporting").blockers()).filteredOn((blocker) -> blocker.kind().equals("contracts-not-verified"))
			.extracting(Blocker::what)
			.containsExactly("the service that it would get: it does not start: no bean");
	}

	@Test
	void isIncompleteIfAnotherBuildOfTheServiceWasVerified() throws Exception {
		verified(1);
		build("second");
		assertThat(of("stock").blockers()).extracting(Blocker::what)
			.singleElement()
			.asString()
			.contains("nobody saw its service, build");
	}

	@Test
	void isIncompleteIfAPactWasChangedSince() throws Exception {
		verified(1);
		pact("/seams/stock/stock/level", "another");
		assertThat(of("stock").blockers()).extracting(Blocker::what)
			.singleElement()
			.asString()
			.endsWith("was not tried with orders-stock.json as it is");
	}

	@Test
	void isCompleteThoughMavenDatesAllJarsAlike() throws Exception {
		verified(1);
		Files.setLastModifiedTime(this.folder.resolve("modules/stock/service/target/stock-service-exec.jar"),
				FileTime.from(Instant.EPOCH));
		assertThat(of("stock").blockers()).isEmpty();
	}

	@Test
	void isIncompleteIfTheCodeWasCompiledAfterTheServiceWasBuilt() throws Exception {
		verified(1);
		try (Stream<Path> compiled = Files.walk(this.folder.resolve("modules/stock"))) {
			Path type = compiled.filter((file) -> file.toString().endsWith(".class")).findFirst().orElseThrow();
			Files.setLastModifiedTime(type, FileTime.from(Instant.now().plusSeconds(2)));
		}
		assertThat(of("stock").blockers()).extracting(Blocker::what)
			.containsExactly("its code was compiled after its service was built");
	}

	@Test
	void namesCallsAndEventsThatAreInNoPact() throws IOException {
		assertThat(new Crossings(this.folder, this.code).withoutPact())
			.containsExactly("modules/orders/pacts/reporting-orders.json: orders/open, shop.orders.OrderPlaced");
		assertThat(new Crossings(this.folder, this.code).withoutNeed()).isEmpty();
	}

	@Test
	void seesThatAPactIsOfAnotherMethod() throws IOException {
		pact("/seams/stock/stock/forget", "one");
		assertThat(new Crossings(this.folder, this.code).withoutPact())
			.contains("modules/stock/pacts/orders-stock.json: stock/level");
		assertThat(new Crossings(this.folder, this.code).withoutNeed())
			.containsExactly("modules/stock/pacts/orders-stock.json: stock/forget");
	}

	@Test
	void namesWhatAModuleHasToGetBeforeOthersCanReachIt() {
		assertThat(of("orders").blockers()).extracting(Blocker::kind, Blocker::place)
			.containsExactlyInAnyOrder(
					tuple("no-mutable-statics", "modules/orders/src/main/java/shop/orders/internal/Ordering.java:8"),
					tuple("not-split", "modules/orders"), tuple("no-service", "modules/orders"),
					tuple("seam-without-remote", "modules/orders/src/main/java/shop/orders/Orders.java:3"),
					tuple("no-pact", "modules/orders/pacts"));
	}

	@Test
	void namesWhatAModuleNeedsOfThoseItUses() {
		assertThat(of("reporting").blockers()).extracting(Blocker::kind, Blocker::place)
			.containsExactlyInAnyOrder(tuple("no-service", "modules/reporting"),
					tuple("callee-not-split", "modules/reporting/pom.xml:7"),
					tuple("callee-without-remote", "modules/orders/src/main/java/shop/orders/Orders.java:3"),
					tuple("no-pact", "modules/orders/pacts"));
	}

	@Test
	void countsCallsAndListeners() {
		ModuleFacts orders = of("orders").module();
		assertThat(orders.calls()).isEqualTo(Map.of("stock", 1));
		assertThat(orders.calledFrom()).isEqualTo(Map.of("reporting", 1));
		assertThat(orders.events()).isEqualTo(Map.of("OrderPlaced", List.of("reporting")));
		assertThat(of("reporting").module().hears()).containsExactly("orders.OrderPlaced");
		assertThat(of("stock").module().stage()).isEqualTo(ModuleFacts.Stage.SERVICE);
		assertThat(of("stock").module().purpose()).isEqualTo("What is on the shelves. It does not know orders.");
	}

	@Test
	void showsCallsThatWereCountedBesideThoseOfTheCode() throws IOException {
		assertThat(new RunTimeCalls(this.folder).wereCounted()).isFalse();
		Path counted = Files.createDirectories(this.folder.resolve("target/coupling"));
		Files.writeString(counted.resolve("1.csv"), "orders,stock,3\nlegacy,stock,9\n");
		Files.writeString(counted.resolve("2.csv"), "orders,stock,4\nstock,orders,1\n");
		assertThat(new RunTimeCalls(this.folder).beside(ModuleMap.of(this.code)))
			.extracting(RunTimeCalls.Pair::caller, RunTimeCalls.Pair::callee, RunTimeCalls.Pair::inCode,
					RunTimeCalls.Pair::atRunTime, RunTimeCalls.Pair::difference)
			.containsExactly(tuple("orders", "stock", 1, 7L, ""),
					tuple("reporting", "orders", 1, 0L, "never called in tests"),
					tuple("stock", "orders", 0, 1L, "not seen in the code"));
	}

	@Test
	void describesEventsAndWhoHearsThem() {
		JsonNode document = JsonMapper.shared()
			.readTree(new AsyncApi("shop.", ModuleMap.of(this.code), new EventSchemas(this.code)).document());
		assertThat(document.at("/channels/orders/address").asString()).isEqualTo("shop.orders");
		assertThat(document.at("/operations/ordersPublishes/action").asString()).isEqualTo("send");
		assertThat(document.at("/operations/reportingHearsOrders/action").asString()).isEqualTo("receive");
		assertThat(document.at("/components/messages/OrderPlaced/payload/properties/eventId/format").asString())
			.isEqualTo("uuid");
		assertThat(document.findValues("$ref")).isNotEmpty()
			.allSatisfy((reference) -> assertThat(document.at(reference.asString().substring(1)).isMissingNode())
				.isFalse());
	}

	private Readiness of(String module) {
		List<Violation> violations = BoundaryRules.all()
			.stream()
			.flatMap((rule) -> rule.violations(this.code).stream())
			.toList();
		return Extraction.of(this.folder, this.code, violations, Map.of())
			.stream()
			.filter((one) -> one.module().name().equals(module))
			.findFirst()
			.orElseThrow();
	}

	private void build(String content) throws IOException {
		Path jar = this.folder.resolve("modules/stock/service/target/stock-service-exec.jar");
		try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(jar))) {
			entries.putNextEntry(new ZipEntry("BOOT-INF/" + content));
		}
	}

	private void pact(String path, String description) throws IOException {
		Files.writeString(this.folder.resolve(PACT), """
				{"consumer": {"name": "orders"}, "provider": {"name": "stock"},
				"interactions": [{"description": "%s", "request": {"path": "%s"}}]}""".formatted(description, path));
	}

	private void git(String... arguments) {
		new Git(this.folder).run(arguments);
	}

	private void commit() {
		git("init", "-q");
		git("add", "-A");
		git("-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "-q", "-m", "all");
	}

	/** As {@code banyan readiness --prove} writes it down. */
	private void proved(String broken) throws IOException {
		Path proofs = Sources.proofs(this.folder, Sources.sum(this.folder).orElseThrow());
		Files.writeString(Files.createDirectories(proofs).resolve("reporting.json"),
				"{\"pacts\":{},\"kept\":0,\"broken\":[%s]}".formatted(broken));
	}

	/** As the tests of a service write it down. */
	private void verified(int kept, String... broken) throws IOException, NoSuchAlgorithmException {
		Path jar = this.folder.resolve("modules/stock/service/target/stock-service-exec.jar");
		Path seen = this.folder.resolve("target/contracts/" + sum(jar).substring(0, 12) + "/alone/stock.json");
		Files.createDirectories(seen.getParent());
		Files.writeString(seen, "{\"pacts\":{\"orders-stock.json\":\"%s\"},\"kept\":%d,\"broken\":[%s]}"
			.formatted(sum(this.folder.resolve(PACT)), kept, String.join(",", broken)));
	}

	private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
	}

}
