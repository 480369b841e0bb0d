package dev.banyan.testing.pacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.banyan.runtime.caller.CallerConfiguration;
import dev.banyan.runtime.event.HeardEvents;
import dev.banyan.runtime.seam.SeamConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What one module needs of another. Each interaction goes through the seam's own client,
 * or is read as an event is; the answer names only what the consumer uses. What was given
 * before is calls of the provider's seams, too, so that every home of the provider can be
 * brought there without code for it.
 */
public final class ConsumerPact {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final String JSON_TYPE = "application/json";

	private final String consumer;

	private final String provider;

	private final List<Consumer<Talk>> interactions = new ArrayList<>();

	private final ArrayNode written = JSON.createArrayNode();

	private ConsumerPact(String consumer, String provider) {
		this.consumer = consumer;
		this.provider = provider;
	}

	private record Talk(Recorder recorder, BeanFactory beans) {
	}

	/**
	 * Begins a pact.
	 * @param consumer who needs something
	 * @param provider the module that it is needed of
	 * @return without any interaction yet
	 */
	public static ConsumerPact between(String consumer, String provider) {
		return new ConsumerPact(consumer, provider);
	}

	/**
	 * Begins an interaction.
	 * @param description what happens, unique within the pact
	 * @return the interaction
	 */
	public Interaction on(String description) {
		return new Interaction(description);
	}

	/**
	 * Has every interaction, and writes the pact to {@code modules/<provider>/pacts}.
	 * Fails if it said something else before, so that a change of a pact is committed,
	 * too.
	 */
	public void write() {
		try (Recorder recorder = new Recorder()) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(CallerConfiguration.class, SeamConfiguration.class))
				.withPropertyValues("banyan.placement." + this.provider + ".url=" + recorder.url(),
						"banyan.placement." + this.provider + ".remote=100", "banyan.token.required=false",
						"banyan.token.secret=0123456789abcdef0123456789abcdef")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					Talk talk = new Talk(recorder, context);
					this.interactions.forEach((interaction) -> interaction.accept(talk));
				});
		}
		ObjectNode pact = JSON.createObjectNode();
		pact.putObject("consumer").put("name", this.consumer);
		pact.putObject("provider").put("name", this.provider);
		pact.set("interactions", this.written);
		pact.putObject("metadata").putObject("pactSpecification").put("version", "4.0");
		String text = JSON.writeValueAsString(pact) + "\n";
		Path file = Repository.pacts(this.provider).resolve(this.consumer + "-" + this.provider + ".json");
		try {
			Files.createDirectories(file.getParent());
			String before = Files.exists(file) ? Files.readString(file) : "";
			Files.writeString(file, text);
			assertThat(text).as(file + " says something else now and was written anew; commit it").isEqualTo(before);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One call, or one event.
	 */
	public final class Interaction {

		private final String description;

		private final List<Given> givens = new ArrayList<>();

		private final Map<Long, String> named = new LinkedHashMap<>();

		private final Set<String> exact = new HashSet<>();

		private boolean each;

		private Interaction(String description) {
			this.description = description;
		}

		private record Given(String what, Consumer<BeanFactory> call, @Nullable String name, long example, String at) {
		}

		/**
		 * What was done at the provider before.
		 * @param <S> the type of the seam
		 * @param what in words
		 * @param seam a seam of the provider
		 * @param call a call of it
		 * @return this
		 */
		public <S> Interaction given(String what, Class<S> seam, Consumer<S> call) {
			this.givens.add(new Given(what, (beans) -> call.accept(beans.getBean(seam)), null, 0, ""));
			return this;
		}

		/**
		 * What was made at the provider before, under a number that the provider chooses.
		 * @param <S> the type of the seam
		 * @param what in words
		 * @param seam a seam of the provider
		 * @param call a call of it
		 * @param name what to call the number
		 * @param example stands for the number in this interaction
		 * @return this
		 */
		public <S> Interaction given(String what, Class<S> seam, Consumer<S> call, String name, long example) {
			this.givens.add(new Given(what, (beans) -> call.accept(beans.getBean(seam)), name, example, "/id"));
			this.named.put(example, name);
			return this;
		}

		/**
		 * Values that the consumer relies on as they are, not only on their type.
		 * @param names the names of the values
		 * @return this
		 */
		public Interaction exactly(String... names) {
			this.exact.addAll(List.of(names));
			return this;
		}

		/**
		 * The result is a list, and may have any number of what the answer shows, but not
		 * none.
		 * @return this
		 */
		public Interaction each() {
			this.each = true;
			return this;
		}

		/**
		 * A call with a result.
		 * @param <S> the type of the seam
		 * @param <R> the type of the result
		 * @param seam the seam
		 * @param call the call
		 * @param answer what of the result is used, as JSON
		 * @param understood looks at what the consumer makes of it
		 * @return the pact
		 */
		public <S, R> ConsumerPact asks(Class<S> seam, Function<S, R> call, String answer, Consumer<R> understood) {
			Recorder.Answer told = new Recorder.Answer(200, JSON_TYPE, answer);
			return http(told, (beans) -> understood.accept(call.apply(beans.getBean(seam))));
		}

		/**
		 * A call without a result.
		 * @param <S> the type of the seam
		 * @param seam the seam
		 * @param call the call
		 * @return the pact
		 */
		public <S> ConsumerPact tells(Class<S> seam, Consumer<S> call) {
			return http(new Recorder.Answer(200, JSON_TYPE, ""), (beans) -> call.accept(beans.getBean(seam)));
		}

		/**
		 * A call that is refused.
		 * @param <S> the type of the seam
		 * @param <X> the type of the exception
		 * @param seam the seam
		 * @param call the call
		 * @param refusal an exception of the provider's API
		 * @param properties what of it is used, as JSON
		 * @param understood looks at what the consumer makes of it
		 * @return the pact
		 */
		public <S, X extends RuntimeException> ConsumerPact isRefused(Class<S> seam, Consumer<S> call, Class<X> refusal,
				String properties, Consumer<X> understood) {
			ObjectNode problem = (ObjectNode) JSON.readTree(properties);
			String type = refusal.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
			problem.put("type", "urn:banyan:" + ConsumerPact.this.provider + ":" + type).put("status", 409);
			exactly("type", "status");
			return http(new Recorder.Answer(409, "application/problem+json", problem.toString()),
					(beans) -> assertThatExceptionOfType(refusal).isThrownBy(() -> call.accept(beans.getBean(seam)))
						.satisfies(understood));
		}

		/**
		 * An event, which the last of what was given causes.
		 * @param <E> the type of the event
		 * @param event the event
		 * @param content what of it is used, as JSON
		 * @param understood looks at what the consumer makes of it
		 * @return the pact
		 */
		public <E> ConsumerPact hears(Class<E> event, String content, Consumer<E> understood) {
			ConsumerPact.this.interactions.add((talk) -> describedAs(() -> {
				understood.accept(HeardEvents.read(content, event));
				ObjectNode interaction = begin("Asynchronous/Messages", talk);
				ObjectNode contents = interaction.putObject("contents");
				body(contents, JSON_TYPE, JSON.readTree(content));
				interaction.putObject("metadata").put("contentType", JSON_TYPE).put("type", event.getName());
				interaction.putObject("matchingRules")
					.set("body", new Examples(this.exact, this.named, this.each).rules(JSON.readTree(content)));
				ConsumerPact.this.written.add(interaction);
			}));
			return ConsumerPact.this;
		}

		private ConsumerPact http(Recorder.Answer answer, Consumer<BeanFactory> call) {
			ConsumerPact.this.interactions.add((talk) -> describedAs(() -> {
				Recorder.Request sent = talk.recorder().during(answer, () -> call.accept(talk.beans()));
				ObjectNode interaction = begin("Synchronous/HTTP", talk);
				Examples examples = new Examples(this.exact, this.named, this.each);
				ObjectNode request = interaction.putObject("request").put("method", "POST").put("path", sent.path());
				if (sent.key() != null) {
					request.putObject("headers").putArray("Idempotency-Key").add(sent.key());
				}
				body(request.putObject("body"), JSON_TYPE, sent.body());
				if (!examples.generators(sent.body()).isEmpty()) {
					request.putObject("generators").set("body", examples.generators(sent.body()));
				}
				ObjectNode response = interaction.putObject("response").put("status", answer.status());
				if (!answer.body().isEmpty()) {
					JsonNode body = JSON.readTree(answer.body());
					body(response.putObject("body"), answer.contentType(), body);
					response.putObject("matchingRules").set("body", examples.rules(body));
				}
				ConsumerPact.this.written.add(interaction);
			}));
			return ConsumerPact.this;
		}

		private void describedAs(Runnable interaction) {
			try {
				interaction.run();
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError(this.description + ": " + ex.getMessage(), ex);
			}
		}

		private ObjectNode begin(String type, Talk talk) {
			ObjectNode interaction = JSON.createObjectNode();
			interaction.put("type", type).put("description", this.description).put("pending", false);
			ArrayNode states = interaction.putArray("providerStates");
			for (Given given : this.givens) {
				Recorder.Request sent = talk.recorder().during(new Recorder.Answer(200, JSON_TYPE, "null"), () -> {
					try {
						given.call().accept(talk.beans());
					}
					catch (RuntimeException ex) {
						// Only what is sent matters here.
					}
				});
				ObjectNode parameters = states.addObject().put("name", given.what()).putObject("params");
				parameters.put("path", sent.path());
				parameters.set("body", sent.body());
				if (sent.key() != null) {
					parameters.put("key", sent.key());
				}
				if (given.name() != null) {
					parameters.put("name", given.name()).put("example", given.example()).put("at", given.at());
				}
			}
			return interaction;
		}

		private static void body(ObjectNode body, String type, JsonNode content) {
			body.set("content", content);
			body.put("contentType", type).put("encoded", false);
		}

	}

}
