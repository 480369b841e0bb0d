package dev.banyan.testing.pacts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.IProviderVerifier;
import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.IgnoreNoPactsToVerify;
import dev.banyan.runtime.caller.CallerTokens;
import kotlin.Pair;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replays the pacts with a module against a process that hosts it: calls over HTTP,
 * events as they lie in the outbox. A subclass says which module and where its pacts are,
 * with Pact's annotations.
 */
@IgnoreMissingStateChange
@IgnoreNoPactsToVerify
public abstract class KeptPacts {

	private static final JsonMapper JSON = new JsonMapper();

	/** The process that is looked at. */
	protected abstract ProvidingProcess process();

	/** Another interaction was as its consumer expects it. */
	protected void kept() {
	}

	/** An interaction was not. */
	protected void broken(String interaction, String why) {
	}

	@BeforeEach
	void over(@Nullable PactVerificationContext context) {
		if (context != null) {
			context.setTarget((context.getInteraction() instanceof V4Interaction.AsynchronousMessage) ? new Outbox()
					: new Seams(process().port()));
		}
	}

	@TestTemplate
	@ExtendWith(PactVerificationInvocationContextProvider.class)
	void keepsThePact(@Nullable PactVerificationContext context) {
		if (context == null) {
			assertThat(process().isReady()).as("it started, and has no pact to keep").isTrue();
			return;
		}
		orBroken(context.getInteraction(), () -> {
			if (context.getInteraction() instanceof V4Interaction.AsynchronousMessage message) {
				verifyAsHeard(context, String.valueOf(message.getContents().getMetadata().get("type")));
			}
			context.verifyInteraction();
			return true;
		});
		kept();
	}

	private <T> T orBroken(Interaction interaction, Supplier<T> action) {
		try {
			return action.get();
		}
		catch (AssertionError ex) {
			broken(interaction.getDescription(), String.valueOf(ex.getMessage()));
			throw ex;
		}
		catch (RuntimeException ex) {
			// A log may follow.
			broken(interaction.getDescription(), String.valueOf(ex.getMessage()).lines().findFirst().orElse("?"));
			throw ex;
		}
	}

	private void verifyAsHeard(PactVerificationContext context, String type) {
		IProviderVerifier verifier = context.getVerifier();
		String event = process().lastEvent(context.getProviderInfo().getName(), type);
		verifier.setResponseFactory((description) -> new MessageAndMetadata(event.getBytes(StandardCharsets.UTF_8),
				Map.of("contentType", "application/json", "type", type)));
		context.setVerifier(withoutMethods(verifier));
	}

	/** Pact asks annotated methods for messages; here the process is asked. */
	private static IProviderVerifier withoutMethods(IProviderVerifier verifier) {
		return (IProviderVerifier) Proxy.newProxyInstance(KeptPacts.class.getClassLoader(),
				new Class<?>[] { IProviderVerifier.class }, (proxy, method, arguments) -> {
					try {
						return method.getName().equals("verifyResponseByInvokingProviderMethods")
								? IProviderVerifier.class
									.getMethod("verifyResponseByFactory", method.getParameterTypes())
									.invoke(verifier, arguments)
								: method.invoke(verifier, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	/**
	 * Does what was given, and returns the numbers that the provider chose.
	 */
	private static Map<String, Object> given(ProvidingProcess process, Interaction interaction) {
		Map<String, Object> chosen = new LinkedHashMap<>();
		Map<Long, Long> numbers = new LinkedHashMap<>();
		for (ProviderState state : interaction.getProviderStates()) {
			JsonNode call = JSON.valueToTree(state.getParams());
			String result = process.call(call.path("path").stringValue(),
					call.has("key") ? call.path("key").stringValue() : null,
					Examples.replace(call.path("body"), numbers).toString());
			if (call.has("name")) {
				long number = JSON.readTree(result).at(call.path("at").stringValue()).longValue();
				chosen.put(call.path("name").stringValue(), number);
				numbers.put(call.path("example").longValue(), number);
			}
		}
		return chosen;
	}

	private final class Seams extends HttpTestTarget {

		private Seams(int port) {
			super("127.0.0.1", port);
		}

		@Override
		public Pair<Object, Object> prepareRequest(Pact pact, Interaction interaction, Map<String, Object> context) {
			Map<String, Object> known = new LinkedHashMap<>(context);
			known.put("providerState", orBroken(interaction, () -> given(process(), interaction)));
			Pair<Object, Object> prepared = super.prepareRequest(pact, interaction, known);
			((HttpRequest) prepared.getFirst()).setHeader(CallerTokens.HEADER, process().callerToken());
			return prepared;
		}

	}

	private final class Outbox extends MessageTestTarget {

		private Outbox() {
			super(List.of());
		}

		@Override
		public @Nullable Pair<Object, Object> prepareRequest(Pact pact, Interaction interaction,
				Map<String, Object> context) {
			orBroken(interaction, () -> given(process(), interaction));
			return super.prepareRequest(pact, interaction, context);
		}

	}

}
