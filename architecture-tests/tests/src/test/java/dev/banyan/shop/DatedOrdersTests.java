package dev.banyan.shop;

import dev.banyan.runtime.caller.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An order that was placed elsewhere is entered later and dated then.
 */
@InProcessShop
class DatedOrdersTests {

	@Autowired
	private WebApplicationContext context;

	private InProcessClient client;

	@BeforeEach
	void client() {
		this.client = new InProcessClient(this.context);
	}

	@Test
	void movesWhatHappenedToTheOrderAndCountsItOnItsDay() {
		long id = id("""
				{"set_paid": true, "fee_lines": [{"name": "By telephone", "total": "7.00"}]}""");
		MockHttpServletResponse dated = date(id, "2026-02-03T10:00:00Z", Permissions.READ_WRITE);
		assertThat(dated.getStatus()).isEqualTo(200);
		assertThat(InProcessClient.json(dated).get("createdAt").asString()).isEqualTo("2026-02-03T10:00:00Z");
		JsonNode order = this.client.legacy("GET", "orders/" + id, "");
		assertThat(order.get("date_created_gmt").asString()).isEqualTo("2026-02-03T10:00:00");
		assertThat(order.get("date_paid_gmt").asString()).startsWith("2026-02-03T10:00:");
		await().untilAsserted(
				() -> assertThat(this.client.legacy("GET", "reports/sales?date_min=2026-02-03&date_max=2026-02-03", "")
					.at("/0/total_sales")
					.asString()).isEqualTo("7.00"));
	}

	@Test
	void refusesTheFutureAndKeysThatMayNotWrite() {
		long id = id("{}");
		JsonNode before = this.client.legacy("GET", "orders/" + id, "");
		MockHttpServletResponse future = date(id, "2999-01-01T00:00:00Z", Permissions.READ_WRITE);
		assertThat(future.getStatus()).isEqualTo(400);
		assertThat(InProcessClient.json(future).get("field").asString()).isEqualTo("createdAt");
		assertThat(date(id, "2026-02-03T10:00:00Z", Permissions.READ).getStatus()).isEqualTo(403);
		assertThat(date(Long.MAX_VALUE, "2026-02-03T10:00:00Z", Permissions.READ_WRITE).getStatus()).isEqualTo(404);
		assertThat(this.client.legacy("GET", "orders/" + id, "")).isEqualTo(before);
	}

	private MockHttpServletResponse date(long id, String createdAt, Permissions permissions) {
		return this.client.ask("PATCH", "/api/v1/orders/" + id, "{\"createdAt\": \"" + createdAt + "\"}", permissions);
	}

	private long id(String order) {
		return this.client.legacy("POST", "orders", order).get("id").asLong();
	}

}
