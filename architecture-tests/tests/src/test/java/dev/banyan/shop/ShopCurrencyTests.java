package dev.banyan.shop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders are in the currency of the shop unless they say otherwise.
 */
@InProcessShop
class ShopCurrencyTests {

	private static final String SETTING = "settings/general/woocommerce_currency";

	@Autowired
	private WebApplicationContext context;

	private InProcessClient client;

	private String before;

	@BeforeEach
	void euro() {
		this.client = new InProcessClient(this.context);
		this.before = this.client.legacy("GET", SETTING, "").get("value").asString();
		this.client.legacy("PUT", SETTING, "{\"value\": \"EUR\"}");
	}

	@AfterEach
	void asBefore() {
		this.client.legacy("PUT", SETTING, "{\"value\": \"" + this.before + "\"}");
	}

	@Test
	void anOrderHasTheCurrencyOfTheShop() {
		JsonNode order = this.client.legacy("POST", "orders", "{}");
		assertThat(order.get("currency").asString()).isEqualTo("EUR");
		assertThat(order.get("currency_symbol").asString()).isEqualTo("\u20ac");
		JsonNode batch = this.client.legacy("POST", "orders/batch", "{\"create\": [{}]}");
		assertThat(batch.at("/create/0/currency").asString()).isEqualTo("EUR");
	}

	@Test
	void anOrderMayHaveAnother() {
		assertThat(this.client.legacy("POST", "orders", "{\"currency\": \"GBP\"}").get("currency").asString())
			.isEqualTo("GBP");
	}

	@Test
	void descriptionsShowIt() {
		assertThat(this.client.legacy("OPTIONS", "orders", "").at("/schema/properties/currency/default").asString())
			.isEqualTo("EUR");
		JsonNode routes = this.client.legacy("GET", "", "").get("routes");
		assertThat(routes.get("/wc/v3/orders").at("/endpoints/1/args/currency/default").asString()).isEqualTo("EUR");
	}

}
