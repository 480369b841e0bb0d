package dev.banyan.shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real WooCommerce 9.9.5 answered, Banyan answers through its gateway; what it
 * answers differently on purpose is declared with a reason.
 */
@Tag("shop")
class RecordedShopTests {

	private static final double LEAST_EQUAL = 0.98;

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "on {0}, inventory extracted: {1}")
	@CsvSource({ "H2, false", "MYSQL, true" })
	void answersWhatARealShopAnswered(String database, boolean extracted) throws Exception {
		Map<Integer, String> declared = declared();
		List<String> undeclared = new ArrayList<>();
		List<String> outdated = new ArrayList<>();
		int compared = 0;
		int equal = 0;
		try (Shop shop = Shop.startGuarded(Database.named(database, this.folder), extracted, this.folder)) {
			Replay replay = new Replay(shop);
			Comparison comparison = new Comparison();
			for (Exchange exchange : Exchange.recorded()) {
				List<String> differences = replay.differences(exchange, comparison);
				compared++;
				equal += differences.isEmpty() ? 1 : 0;
				if (!differences.isEmpty() && !declared.containsKey(exchange.number())) {
					undeclared.add(exchange + "\n    " + String.join("\n    ", differences));
				}
				if (differences.isEmpty() && declared.containsKey(exchange.number())) {
					outdated.add(exchange.toString());
				}
			}
		}
		System.out.printf("Recorded exchanges: %d of %d equal, %d declared different%n", equal, compared,
				declared.size());
		assertThat(undeclared).as("answered differently, and not declared").isEmpty();
		assertThat(outdated).as("declared different, and answered as recorded").isEmpty();
		assertThat((double) equal / compared).isGreaterThanOrEqualTo(LEAST_EQUAL);
	}

	private static Map<Integer, String> declared() throws IOException {
		Map<Integer, String> declared = new TreeMap<>();
		String text = new String(
				Objects.requireNonNull(RecordedShopTests.class.getResourceAsStream("declared-differences.txt"))
					.readAllBytes(),
				StandardCharsets.UTF_8);
		text.lines().filter((line) -> !line.startsWith("#") && !line.isBlank()).forEach((line) -> {
			String[] parts = line.split("\\s*\\|\\s*", 2);
			assertThat(parts).as(line).hasSize(2);
			declared.put(Integer.valueOf(parts[0].strip()), parts[1]);
		});
		return declared;
	}

}
