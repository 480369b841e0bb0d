package dev.banyan.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.banyan.shop.Errand.Saga;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One request for each step of each saga stands still before that step; then processes
 * are killed. Afterwards every order is complete or fully undone.
 */
@Tag("shop")
class CrashAtEveryStepTests {

	private static final Duration RECOVERED = Duration.ofSeconds(60);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	/** Who is killed. */
	enum Victim {

		/** The monolith. */
		APP,
		/** The service. */
		INVENTORY,
		/** Both at once. */
		BOTH

	}

	@Test
	void leavesEveryOrderCompleteOrUndone() throws Exception {
		crash("H2", false, Victim.APP);
	}

	@Tag("failure")
	@ParameterizedTest(name = "of {2} on {0}, inventory extracted: {1}")
	@CsvSource({ "H2, true, APP", "H2, true, INVENTORY", "H2, true, BOTH", "MYSQL, false, APP", "MYSQL, true, BOTH" })
	void leavesEveryOrderCompleteOrUndone(String database, boolean extracted, Victim victim) throws Exception {
		crash(database, extracted, victim);
	}

	private void crash(String name, boolean extracted, Victim victim) throws Exception {
		Database database = Database.named(name, this.folder);
		try (Shop shop = Shop.startHalting(database, extracted, this.folder);
				ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Errand> errands = new ArrayList<>();
			for (Saga saga : Saga.values()) {
				int steps = steps(shop, saga);
				for (int step = 1; step <= steps; step++) {
					Errand errand = new Errand(shop, saga, saga + "-" + step);
					errands.add(errand);
					int halt = step;
					clients.submit(() -> errand.run(halt));
				}
			}
			Eventually.within(Duration.ofSeconds(30),
					() -> assertThat(errands).allSatisfy((errand) -> assertThat(halted(errand)).exists()));

			kill(shop, victim);
			Files.createFile(this.folder.resolve("released"));
			clients.shutdown();
			restart(shop, victim);
			assertThat(clients.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();

			Eventually.within(RECOVERED, () -> check(errands, database));
			Eventually.within(RECOVERED, () -> errands.forEach(Errand::repeat));
			Eventually.within(RECOVERED, () -> check(errands, database));
		}
	}

	/** The steps of a saga that nothing disturbs; what they are is printed. */
	private int steps(Shop shop, Saga saga) throws IOException {
		Errand errand = new Errand(shop, saga, saga + "-undisturbed");
		errand.run(0);
		List<String> steps = Files.readAllLines(this.folder.resolve(errand.name() + ".steps"));
		System.out.println(saga + ": " + steps);
		assertThat(steps).endsWith("answer").hasSizeGreaterThan(3);
		return steps.size();
	}

	private Path halted(Errand errand) {
		return this.folder.resolve(errand.name() + ".halted");
	}

	private static void kill(Shop shop, Victim victim) {
		if (victim != Victim.APP) {
			shop.inventory().kill();
		}
		if (victim != Victim.INVENTORY) {
			shop.app().kill();
		}
	}

	private static void restart(Shop shop, Victim victim) {
		if (victim != Victim.APP) {
			shop.inventory().start();
			shop.inventory().awaitReady();
		}
		if (victim != Victim.INVENTORY) {
			shop.app().start();
			shop.app().awaitReady();
		}
	}

	private static void check(List<Errand> errands, Database database) {
		Ledger ledger = Ledger.of(database);
		assertThat(errands).allSatisfy((errand) -> errand.check(ledger));
		assertThat(ledger.payments().values()).containsOnly("CAPTURED", "VOIDED");
	}

}
