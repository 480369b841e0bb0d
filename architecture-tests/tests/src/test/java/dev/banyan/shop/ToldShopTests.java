package dev.banyan.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A subscriber is told what a client does to the shop, as the endpoints show it.
 */
@InProcessShop
class ToldShopTests {

	private static final String SECRET = "s3cret \u00fc";

	private final Queue<Message> messages = new ConcurrentLinkedQueue<>();

	private HttpServer subscriber;

	@Autowired
	private WebApplicationContext context;

	private MockMvc shop;

	/** A message as it came. */
	private record Message(Headers headers, byte[] body) {

		String topic() {
			return this.headers.getFirst("X-WC-Webhook-Topic");
		}

		JsonNode json() {
			return Exchange.JSON.readTree(this.body);
		}

	}

	@BeforeEach
	void subscribes() throws IOException {
		this.shop = MockMvcBuilders.webAppContextSetup(this.context).build();
		this.subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		this.subscriber.createContext("/", this::receive);
		this.subscriber.start();
		for (String resource : new String[] { "order", "product", "customer", "coupon" }) {
			for (String event : new String[] { "created", "updated", "deleted", "restored" }) {
				ask("POST", "webhooks", """
						{"topic": "%s.%s", "secret": "%s", "delivery_url": "http://127.0.0.1:%d/told"}"""
					.formatted(resource, event, SECRET, this.subscriber.getAddress().getPort()));
			}
		}
		await().untilAsserted(() -> assertThat(this.messages).hasSize(16));
		this.messages.clear();
	}

	@AfterEach
	void unsubscribes() {
		for (JsonNode webhook : ask("GET", "webhooks?per_page=100", "")) {
			ask("DELETE", "webhooks/" + webhook.get("id") + "?force=true", "");
		}
		this.subscriber.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.messages.add(new Message(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
			exchange.sendResponseHeaders(200, -1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"products | product | {\"name\": \"K\u00e4se & /Brot\", \"regular_price\": \"5\"} | {\"regular_price\": \"6\"}",
			"orders | order | {\"status\": \"pending\", \"billing\": {\"first_name\": \"\u00c4nne\"}} | {\"status\": \"processing\"}",
			"coupons | coupon | {\"code\": \"told\", \"amount\": \"10\"} | {\"amount\": \"11\"}" })
	void hearsOfTheLifeOfAThing(String life) {
		String[] parts = life.split(" \\| ");
		String topic = parts[1] + ".";
		String path = parts[0] + "/" + ask("POST", parts[0], parts[2]).get("id");
		JsonNode created = told(topic + "created", path);
		ask("PUT", path, parts[3]);
		assertThat(told(topic + "updated", path)).isNotEqualTo(created);
		ask("DELETE", path, "");
		assertThat(told(topic + "deleted").toString()).isEqualTo("{\"id\":" + created.get("id") + "}");
		ask("PUT", path, "{\"status\": \"" + created.get("status").asString() + "\"}");
		told(topic + "restored", path);
		ask("DELETE", path + "?force=true", "");
		assertThat(told(topic + "deleted").get("id")).isEqualTo(created.get("id"));
		assertThat(this.messages).as("told beside that").isEmpty();
	}

	@Test
	void hearsOfACustomer() {
		String path = "customers/" + ask("POST", "customers", "{\"email\": \"told@example.com\"}").get("id");
		told("customer.created", path);
		ask("PUT", path, "{\"first_name\": \"Mary\"}");
		JsonNode changed = told("customer.updated", path);
		ask("DELETE", path + "?force=true", "");
		assertThat(told("customer.deleted").get("id")).isEqualTo(changed.get("id"));
	}

	@Test
	void hearsOfAVariationAndItsProduct() {
		String path = "products/" + ask("POST", "products", "{\"name\": \"Shirt\", \"type\": \"variable\"}").get("id");
		told("product.created", path);
		JsonNode variation = ask("POST", path + "/variations", "{\"regular_price\": \"9\"}");
		told("product.created", path + "/variations/" + variation.get("id"));
	}

	@Test
	void hearsOfARefundAsAChangeOfTheOrder() {
		String path = "orders/" + ask("POST", "orders",
				"{\"status\": \"processing\", \"fee_lines\": [{\"name\": \"Fee\", \"total\": \"8.00\"}]}")
			.get("id");
		told("order.created", path);
		ask("POST", path + "/refunds", "{\"amount\": \"3.00\", \"api_refund\": false}");
		assertThat(told("order.updated", path).at("/refunds/0/total").asString()).isEqualTo("-3.00");
	}

	/** Is told what the endpoint shows. */
	private JsonNode told(String topic, String path) {
		JsonNode told = told(topic);
		assertThat(told).isEqualTo(ask("GET", path, ""));
		return told;
	}

	private JsonNode told(String topic) {
		await().untilAsserted(() -> assertThat(this.messages).extracting(Message::topic).contains(topic));
		Message message = this.messages.stream().filter((one) -> topic.equals(one.topic())).findFirst().orElseThrow();
		this.messages.remove(message);
		assertThat(message.headers().getFirst("X-WC-Webhook-Source")).isEqualTo(InProcessShop.PUBLIC_URL + "/");
		assertThat(message.headers().getFirst("X-WC-Webhook-Resource") + "."
				+ message.headers().getFirst("X-WC-Webhook-Event"))
			.isEqualTo(topic);
		assertThat(message.headers().getFirst("X-WC-Webhook-Delivery-ID")).matches("[0-9a-f]{32}");
		assertThat(message.headers().getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(message.headers().getFirst("X-WC-Webhook-Signature")).isEqualTo(signature(message.body()));
		return message.json();
	}

	private static String signature(byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode ask(String method, String path, String body) {
		String[] answer = new String[1];
		try {
			Caller.<Exception>runAs(Caller.key("test", Permissions.READ_WRITE, URI.create(InProcessShop.PUBLIC_URL)),
					() -> {
						answer[0] = this.shop
							.perform(MockMvcRequestBuilders
								.request(HttpMethod.valueOf(method), URI.create("/wp-json/wc/v3/" + path))
								.contentType(MediaType.APPLICATION_JSON)
								.content(body.getBytes(StandardCharsets.UTF_8)))
							.andReturn()
							.getResponse()
							.getContentAsString();
						return null;
					});
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		JsonNode json = Exchange.JSON.readTree(answer[0]);
		assertThat(json.has("code") && json.at("/data/status").isNumber()).as(answer[0]).isFalse();
		return json;
	}

}
