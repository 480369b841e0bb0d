package dev.banyan.recordings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.banyan.recordings.FieldByField.Difference;
import dev.banyan.recordings.Recording.Exchange;
import dev.banyan.shop.Database;
import dev.banyan.shop.Shop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * API clients notice nothing: everything recorded from a real WooCommerce is asked of an
 * empty shop again, and the answers are the same but for the declared differences.
 */
@Tag("recordings")
class RecordingsTests {

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "inventory extracted: {0}")
	@ValueSource(booleans = { false, true })
	void theShopAnswersAsRecordedButForDeclaredDifferences(boolean extracted) throws Exception {
		Recording recording = Recording.load("/recorded/woo-9.9.5.jsonl.gz");
		DeclaredDifferences declared = DeclaredDifferences.load("/recorded/differences.yaml");
		FieldByField comparison = new FieldByField();
		List<String> objections = new ArrayList<>();
		Set<String> unknown = new HashSet<>(declared.exchanges());
		int equal = 0;
		try (Shop shop = Shop.start(Database.h2(this.folder), extracted, this.folder)) {
			for (String permissions : List.of("rw", "read", "write")) {
				Credentials.Pair pair = Credentials.pair(permissions);
				shop.addKey(pair.key(), pair.secret(), permissions.equals("rw") ? "read_write" : permissions);
			}
			Player player = new Player(shop.secure(), shop.plain());
			for (Exchange exchange : recording.exchanges()) {
				List<Difference> differences = comparison.differences(exchange, player.play(exchange));
				equal += differences.isEmpty() ? 1 : 0;
				objections.addAll(declared.objections(exchange.name(), differences));
				unknown.remove(exchange.name());
			}
		}
		System.out.printf("Recordings%s: %d of %d exchanges equal%n", extracted ? ", inventory extracted" : "", equal,
				recording.exchanges().size());
		assertThat(unknown).as("declared, but not in the recording").isEmpty();
		assertThat(objections).isEmpty();
	}

}
