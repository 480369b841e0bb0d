package dev.banyan.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

import dev.banyan.gateway.moves.GateClosed;
import dev.banyan.gateway.moves.Moves;
import dev.banyan.gateway.moves.Phase;
import dev.banyan.gateway.moves.Signal;
import dev.banyan.gateway.moves.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What keeps a candidate from more weight, through the real moves.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "banyan.token.secret=a-secret-for-tests-that-is-long-enough", "banyan.gateway.plain.port=0",
				"management.server.port=0", "banyan.gateway.gates.manual=100",
				"banyan.gateway.capabilities.catalog.home=legacy",
				"spring.datasource.url=jdbc:h2:mem:gates-module;DB_CLOSE_DELAY=-1" })
class GatesModuleTests {

	private static final Upstream MONOLITH = new Upstream("");

	private static final Upstream SERVICE = new Upstream("");

	private static final Upstream HOOK = new Upstream("{}");

	private static final List<String> INTERACTIONS = List.of("a reservation", "a level");

	@TempDir
	private static Path folder;

	@Autowired
	private Moves moves;

	@DynamicPropertySource
	static void gates(DynamicPropertyRegistry registry) {
		registry.add("banyan.gateway.homes.legacy", HOOK::address);
		registry.add("banyan.gateway.homes.monolith", MONOLITH::address);
		registry.add("banyan.gateway.homes.service", SERVICE::address);
		registry.add("banyan.gateway.gates.web-hooks", HOOK::address);
		registry.add("banyan.gateway.gates.contracts.pacts", folder::toString);
		registry.add("banyan.gateway.gates.contracts.results", () -> folder.resolve("results").toString());
		registry.add("banyan.gateway.gates.contracts.builds.monolith", MONOLITH::address);
		registry.add("banyan.gateway.gates.contracts.builds.service", SERVICE::address);
	}

	@BeforeEach
	void everythingIsVerified() throws IOException {
		HOOK.answers(200, "{}");
		builds("m1", "s1");
		pact("ordering", "inventory", INTERACTIONS.size());
		pact("a-warehouse-script", "inventory", 1);
		pact("reporting", "catalog", 1);
		for (String build : List.of("m1", "s1")) {
			result(build, "OK", ZonedDateTime.now());
		}
		for (String capability : List.of("inventory", "catalog")) {
			if (this.moves.split(capability).move().phase() != Phase.HOME) {
				this.moves.apply(capability, new Signal.RollBack(), "test", "begin");
			}
		}
	}

	@Test
	void agreesIfEveryPairIsVerifiedForTheBuildsThatAnswer() {
		assertThat(canary(5)).isEqualTo(5);
		assertThat(canary(25)).isEqualTo(25);
	}

	@Test
	void blocksEveryIncreaseAfterABreakingChangeAndNamesThePair() throws IOException {
		canary(5);
		builds("m1", "s2");
		result("s2", "failed", ZonedDateTime.now());
		for (int weight : new int[] { 10, 25, 50, 100 }) {
			assertThatThrownBy(() -> canary(weight)).isInstanceOf(GateClosed.class)
				.hasMessageContaining("consumer ordering and provider inventory is not verified against home service "
						+ "(build s2): \"a level\" failed");
		}
		assertThat(this.moves.split("inventory").move().weight()).isEqualTo(5);
		assertThat(canary(1)).as("going back needs nobody's agreement").isEqualTo(1);
	}

	@Test
	void doesNotBlockACompatibleChange() throws IOException {
		canary(5);
		builds("m1", "s3");
		result("s3", "OK", ZonedDateTime.now());
		assertThat(canary(50)).isEqualTo(50);
	}

	@Test
	void alsoNeedsTheHomeThatARollbackWouldReach() throws IOException {
		builds("m2", "s1");
		assertThatThrownBy(() -> canary(1)).hasMessageContaining("home monolith (build m2): there is no result");
	}

	@Test
	void failsClosedIfAnythingCannotBeFoundOut() throws IOException {
		SERVICE.answers(500, "{}");
		assertThatThrownBy(() -> canary(1)).hasMessageContaining("it does not tell its build");
		builds("m1", "../results/s1/../s1x");
		assertThatThrownBy(() -> canary(1)).hasMessageContaining("there is no result");
		builds("m1", "s1");
		result("s1", "OK", ZonedDateTime.now().minusHours(25));
		assertThatThrownBy(() -> canary(1)).hasMessageContaining("older than 24 hours");
		Files.writeString(folder.resolve("results/s1/inventory.json"), "{\"meta");
		assertThatThrownBy(() -> canary(1)).hasMessageContaining("cannot be read");
		result("s1", "OK", ZonedDateTime.now());
		pact("a-newcomer", "inventory", 1);
		assertThatThrownBy(() -> canary(1)).hasMessageContaining("consumer a-newcomer")
			.hasMessageContaining("0 of 1 interactions were verified");
		Files.delete(folder.resolve("pacts/a-newcomer-inventory.json"));
		assertThat(canary(1)).isEqualTo(1);
	}

	@Test
	void doesNotAskTheLiveShop() {
		HOOK.requests.clear();
		assertThatThrownBy(() -> this.moves.apply("catalog", new Signal.Canary("monolith", 1), "test", "go"))
			.hasMessageContaining("consumer reporting")
			.hasMessageContaining("home monolith")
			.message()
			.doesNotContain("home legacy");
		assertThat(HOOK.requests).isEmpty();
	}

	@Test
	void isOverriddenWithAReasonThatTheJournalKeeps() throws IOException {
		builds("m1", "unknown");
		this.moves.override("inventory", new Signal.Canary("service", 5), "ann", "the verifier is down");
		assertThat(this.moves.journal(1)).first().satisfies((entry) -> {
			assertThat(entry.who()).isEqualTo("ann");
			assertThat(entry.reason()).startsWith("the verifier is down (overrides: The pact between consumer ");
		});
	}

	@Test
	void asksWebHooksAndTakesOnlyTwoHundredsForAYes() throws Exception {
		HOOK.requests.clear();
		canary(2);
		assertThat(HOOK.requests.take()).startsWith("POST / ")
			.contains("\"capability\":\"inventory\"", "\"newWeight\":2", "\"candidate\":\"service\"");
		HOOK.answers(302, "{}");
		assertThatThrownBy(() -> canary(5)).hasMessageContaining("answered 302");
		HOOK.script = (request, socket) -> socket.close();
		assertThatThrownBy(() -> canary(5)).hasMessageContaining("did not answer");
	}

	@Test
	void leavesAManualWeightToAPerson() throws Exception {
		this.moves.apply("inventory", new Signal.Canary("service", 50), "test", "go");
		this.moves.apply("inventory", new Signal.Automate(true), "test", "go");
		Thread.sleep(10_100);
		Signal pass = new Signal.Judged(Verdict.PASS, "all well");
		assertThatThrownBy(() -> this.moves.apply("inventory", pass, "promotion loop", "all well"))
			.hasMessageContaining("A person has to set 100 %");
		assertThat(canary(100)).isEqualTo(100);
	}

	private int canary(int weight) {
		return this.moves.apply("inventory", new Signal.Canary("service", weight), "test", "go").weight();
	}

	private static void builds(String monolith, String service) {
		MONOLITH.answers(200, "{\"build\":{\"id\":\"" + monolith + "\"}}");
		SERVICE.answers(200, "{\"build\":{\"version\":\"" + service + "\"}}");
	}

	private static void pact(String consumer, String provider, int interactions) throws IOException {
		Path file = folder.resolve("pacts").resolve(consumer + "-" + provider + ".json");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "{\"consumer\":{\"name\":\"%s\"},\"provider\":{\"name\":\"%s\"},\"interactions\":[%s]}"
			.formatted(consumer, provider, "{},".repeat(interactions).replaceAll(",$", "")));
	}

	private static void result(String build, String lastResult, ZonedDateTime date) throws IOException {
		Path file = folder.resolve("results").resolve(build).resolve("inventory.json");
		Files.createDirectories(file.getParent());
		String interaction = "{\"interaction\":{\"description\":\"%s\"},\"verification\":{\"result\":\"%s\"}}";
		Files.writeString(file, """
				{"metaData":{"date":"%s","reportFormat":"0.1.0"},"provider":{"name":"inventory"},"execution":[
				{"consumer":{"name":"ordering"},"interactions":[%s,%s]},
				{"consumer":{"name":"a-warehouse-script"},"interactions":[%s]}]}""".formatted(date,
				interaction.formatted(INTERACTIONS.getFirst(), "OK"),
				interaction.formatted(INTERACTIONS.getLast(), lastResult), interaction.formatted("a list", "OK")));
	}

}
