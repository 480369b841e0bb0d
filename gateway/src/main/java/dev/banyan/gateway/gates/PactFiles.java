package dev.banyan.gateway.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads pacts, and the results of verifying them that Pact JVM's JSON reporter writes,
 * from folders.
 */
class PactFiles implements Pacts {

	private static final Path PACTS = Path.of("pacts");

	private final JsonMapper json;

	private final Path pacts;

	private final Path results;

	private final Validity validity;

	PactFiles(JsonMapper json, Path pacts, Path results, Validity validity) {
		this.json = json;
		this.pacts = pacts;
		this.results = results.normalize();
		this.validity = validity;
	}

	@Override
	public List<Pact> of(String provider) throws Unreadable {
		List<Path> files;
		try (Stream<Path> found = Files.walk(this.pacts)) {
			files = found.filter((file) -> file.toString().endsWith(".json"))
				.filter(PactFiles::inPlace)
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new Unreadable(this.pacts, ex);
		}
		List<Pact> pacts = new ArrayList<>();
		for (Path file : files) {
			JsonNode pact = read(file);
			if (pact.at("/provider/name").asString("").equals(provider)) {
				pacts.add(new FilePact(pact.at("/consumer/name").asString(""), provider,
						pact.path("interactions").size() + pact.path("messages").size()));
			}
		}
		return pacts;
	}

	private static boolean inPlace(Path file) {
		Path folder = file.getParent();
		return folder != null && folder.endsWith(PACTS);
	}

	private final class FilePact implements Pact {

		private final String consumer;

		private final String provider;

		private final int interactions;

		FilePact(String consumer, String provider, int interactions) {
			this.consumer = consumer;
			this.provider = provider;
			this.interactions = interactions;
		}

		@Override
		public String consumer() {
			return this.consumer;
		}

		@Override
		public Optional<String> doubt(String build) throws Unreadable {
			Path folder = PactFiles.this.results.resolve(build).normalize();
			Path file = folder.resolve(this.provider + ".json");
			if (!folder.startsWith(PactFiles.this.results) || !Files.exists(file)) {
				return Optional.of("there is no result");
			}
			JsonNode report = read(file);
			Optional<String> age = PactFiles.this.validity.doubt(report.at("/metaData/date").asString(""));
			return age.isPresent() ? age : doubt(report);
		}

		private Optional<String> doubt(JsonNode report) {
			int good = 0;
			for (JsonNode execution : report.path("execution")) {
				if (!execution.at("/consumer/name").asString("").equals(this.consumer)) {
					continue;
				}
				if (!execution.at("/result/state").asString("OK").equals("OK")) {
					return Optional.of(execution.at("/result/state").asString());
				}
				for (JsonNode interaction : execution.path("interactions")) {
					if (!interaction.at("/verification/result").asString("").equals("OK")) {
						return Optional.of("\"" + interaction.at("/interaction/description").asString("an interaction")
								+ "\" failed");
					}
					good++;
				}
			}
			return (good >= this.interactions) ? Optional.empty()
					: Optional.of(good + " of " + this.interactions + " interactions were verified");
		}

	}

	private JsonNode read(Path file) throws Unreadable {
		try {
			return this.json.readTree(Files.readString(file));
		}
		catch (IOException | JacksonException ex) {
			throw new Unreadable(file, ex);
		}
	}

}
