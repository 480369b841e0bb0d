package dev.banyan.shop;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Permissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An order that was placed elsewhere is entered later and dated then.
 */
@InProcessShop
class DatedOrdersTests {

	private static final String LEGACY = "/wp-json/wc/v3/";

	@Autowired
	private WebApplicationContext context;

	@Test
	void movesWhatHappenedToTheOrderAndCountsItOnItsDay() {
		long id = id(ask("POST", LEGACY + "orders", """
				{"set_paid": true, "fee_lines": [{"name": "By telephone", "total": "7.00"}]}""",
				Permissions.READ_WRITE));
		MockHttpServletResponse dated = date(id, "2026-02-03T10:00:00Z", Permissions.READ_WRITE);
		assertThat(dated.getStatus()).isEqualTo(200);
		assertThat(json(dated).get("createdAt").asString()).isEqualTo("2026-02-03T10:00:00Z");
		JsonNode order = json(ask("GET", LEGACY + "orders/" + id, "", Permissions.READ_WRITE));
		assertThat(order.get("date_created_gmt").asString()).isEqualTo("2026-02-03T10:00:00");
		assertThat(order.get("date_paid_gmt").asString()).startsWith("2026-02-03T10:00:");
		await().untilAsserted(
				() -> assertThat(json(ask("GET", LEGACY + "reports/sales?date_min=2026-02-03&date_max=2026-02-03", "",
						Permissions.READ_WRITE))
					.at("/0/total_sales")
					.asString()).isEqualTo("7.00"));
	}

	@Test
	void refusesTheFutureAndKeysThatMayNotWrite() {
		long id = id(ask("POST", LEGACY + "orders", "{}", Permissions.READ_WRITE));
		JsonNode before = json(ask("GET", LEGACY + "orders/" + id, "", Permissions.READ_WRITE));
		MockHttpServletResponse future = date(id, "2999-01-01T00:00:00Z", Permissions.READ_WRITE);
		assertThat(future.getStatus()).isEqualTo(400);
		assertThat(json(future).get("field").asString()).isEqualTo("createdAt");
		assertThat(date(id, "2026-02-03T10:00:00Z", Permissions.READ).getStatus()).isEqualTo(403);
		assertThat(date(Long.MAX_VALUE, "2026-02-03T10:00:00Z", Permissions.READ_WRITE).getStatus()).isEqualTo(404);
		assertThat(json(ask("GET", LEGACY + "orders/" + id, "", Permissions.READ_WRITE))).isEqualTo(before);
	}

	private MockHttpServletResponse date(long id, String createdAt, Permissions permissions) {
		return ask("PATCH", "/api/v1/orders/" + id, "{\"createdAt\": \"" + createdAt + "\"}", permissions);
	}

	private MockHttpServletResponse ask(String method, String path, String body, Permissions permissions) {
		MockHttpServletResponse[] answer = new MockHttpServletResponse[1];
		try {
			Caller.<Exception>runAs(Caller.key("test", permissions, URI.create(InProcessShop.PUBLIC_URL)), () -> {
				answer[0] = MockMvcBuilders.webAppContextSetup(this.context)
					.build()
					.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
						.contentType(MediaType.APPLICATION_JSON)
						.content(body.getBytes(StandardCharsets.UTF_8)))
					.andReturn()
					.getResponse();
				return null;
			});
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return answer[0];
	}

	private static long id(MockHttpServletResponse created) {
		assertThat(created.getStatus()).isEqualTo(201);
		return json(created).get("id").asLong();
	}

	private static JsonNode json(MockHttpServletResponse answer) {
		return Exchange.JSON.readTree(answer.getContentAsByteArray());
	}

}
