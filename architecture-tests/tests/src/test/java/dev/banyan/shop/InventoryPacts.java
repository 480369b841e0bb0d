package dev.banyan.shop;

import java.util.Map;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.banyan.runtime.caller.CallerTokens;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Replays what the consumers of inventory expect against one of its homes.
 */
abstract class InventoryPacts {

	abstract Home home();

	@BeforeEach
	void overHttp(PactVerificationContext context) {
		context.setTarget(new HttpTestTarget("127.0.0.1", home().port()));
	}

	@TestTemplate
	@ExtendWith(PactVerificationInvocationContextProvider.class)
	void keepsThePact(PactVerificationContext context, HttpRequest request) {
		request.setHeader(CallerTokens.HEADER, home().callerToken());
		context.verifyInteraction();
	}

	@State("item 7 is counted")
	void counted(Map<String, Object> parameters) {
		home().post("/seams/inventory/stock/define", "none",
				"{\"definitions\":[{\"itemId\":%s,\"managed\":true,\"quantity\":%s,\"backorders\":\"NO\",\"status\":\"IN_STOCK\"}]}"
					.formatted(parameters.get("itemId"), parameters.get("quantity")));
	}

	@State("item 7 is reserved")
	void reserved(Map<String, Object> parameters) {
		counted(parameters);
		home().post("/seams/inventory/reservations/reserve", String.valueOf(parameters.get("key")),
				"{\"lines\":[{\"itemId\":%s,\"quantity\":1}],\"validity\":\"PT10M\"}"
					.formatted(parameters.get("itemId")));
	}

}
