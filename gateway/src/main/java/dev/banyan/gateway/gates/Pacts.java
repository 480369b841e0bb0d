package dev.banyan.gateway.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads pacts, and the results of verifying them that Pact JVM's JSON reporter writes.
 */
class Pacts {

	private static final Path PACTS = Path.of("pacts");

	private final JsonMapper json;

	private final GateSettings.Contracts settings;

	private final Clock clock;

	Pacts(JsonMapper json, GateSettings.Contracts settings, Clock clock) {
		this.json = json;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * What a consumer expects of a provider.
	 *
	 * @param consumer the consumer
	 * @param provider the provider
	 * @param interactions how many interactions the pact has
	 */
	record Pact(String consumer, String provider, int interactions) {
	}

	/** The files cannot be relied on. */
	static class Unreadable extends Exception {

		Unreadable(Path file, Exception cause) {
			super(file + " cannot be read: " + cause.getMessage(), cause);
		}

	}

	List<Pact> of(String provider) throws Unreadable {
		List<Path> files;
		try (Stream<Path> found = Files.walk(this.settings.pacts())) {
			files = found.filter((file) -> file.toString().endsWith(".json")).filter(Pacts::inPlace).sorted().toList();
		}
		catch (IOException ex) {
			throw new Unreadable(this.settings.pacts(), ex);
		}
		List<Pact> pacts = new ArrayList<>();
		for (Path file : files) {
			JsonNode pact = read(file);
			if (pact.at("/provider/name").asString("").equals(provider)) {
				pacts.add(new Pact(pact.at("/consumer/name").asString(""), provider,
						pact.path("interactions").size() + pact.path("messages").size()));
			}
		}
		return pacts;
	}

	private static boolean inPlace(Path file) {
		Path folder = file.getParent();
		return folder != null && folder.endsWith(PACTS);
	}

	/**
	 * Why a pact does not count as verified for a build.
	 * @return empty if it does
	 */
	Optional<String> doubt(Pact pact, String build) throws Unreadable {
		Path folder = this.settings.results().resolve(build).normalize();
		Path file = folder.resolve(pact.provider() + ".json");
		if (!folder.startsWith(this.settings.results().normalize()) || !Files.exists(file)) {
			return Optional.of("there is no result");
		}
		JsonNode report = read(file);
		if (!young(report.at("/metaData/date").asString(""))) {
			return Optional.of("the result is older than " + this.settings.maxAge().toHours() + " hours");
		}
		int good = 0;
		for (JsonNode execution : report.path("execution")) {
			if (!execution.at("/consumer/name").asString("").equals(pact.consumer())) {
				continue;
			}
			if (!execution.at("/result/state").asString("OK").equals("OK")) {
				return Optional.of(execution.at("/result/state").asString());
			}
			for (JsonNode interaction : execution.path("interactions")) {
				if (!interaction.at("/verification/result").asString("").equals("OK")) {
					return Optional
						.of("\"" + interaction.at("/interaction/description").asString("an interaction") + "\" failed");
				}
				good++;
			}
		}
		return (good >= pact.interactions()) ? Optional.empty()
				: Optional.of(good + " of " + pact.interactions() + " interactions were verified");
	}

	private boolean young(String date) {
		try {
			Instant verified = ZonedDateTime.parse(date).toInstant();
			Duration age = Duration.between(verified, this.clock.instant());
			return age.compareTo(this.settings.maxAge()) <= 0;
		}
		catch (DateTimeException ex) {
			return false;
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
