package dev.banyan.inventory;

import java.net.URI;
import java.util.List;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.CallerTokens;
import dev.banyan.runtime.caller.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=-1", "spring.datasource.url=jdbc:h2:mem:native" })
class NativeStockTests {

	private static final URI SHOP = URI.create("http://localhost");

	@Autowired
	private Stock stock;

	@Autowired
	private CallerTokens tokens;

	@LocalServerPort
	private int port;

	@BeforeEach
	void tenInStock() {
		this.stock.define(List.of(StockDefinition.managed(7, 10)));
	}

	@Test
	void appliesAnAdjustmentOnceForItsKey() {
		adjust(Permissions.READ_WRITE, "once", 200);
		adjust(Permissions.READ_WRITE, "once", 200);
		assertThat(get(Permissions.READ, "/7", 200)).contains("\"quantity\":8");
	}

	@Test
	void refusesKeysThatDoNotPermitIt() {
		adjust(Permissions.READ, "refused", 403);
		get(Permissions.WRITE, "/7", 403);
	}

	@Test
	void answersUnknownItemsWithAProblem() {
		assertThat(get(Permissions.READ, "/8", 404)).contains("There is no stock item 8.");
		assertThat(get(Permissions.READ, "?item=7,8", 200)).contains("\"itemId\":7").doesNotContain("\"itemId\":8");
	}

	private String get(Permissions permissions, String path, int status) {
		return client(permissions).get().uri("/api/v1/stock" + path).exchange((request, response) -> {
			assertThat(response.getStatusCode().value()).isEqualTo(status);
			return new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		});
	}

	private void adjust(Permissions permissions, String key, int status) {
		client(permissions).post()
			.uri("/api/v1/stock/7/adjustments")
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"change\":-2}")
			.exchange((request, response) -> assertThat(response.getStatusCode().value()).isEqualTo(status));
	}

	private RestClient client(Permissions permissions) {
		return RestClient.builder()
			.baseUrl("http://127.0.0.1:" + this.port)
			.defaultHeader(CallerTokens.HEADER, this.tokens.sign(Caller.key("test", permissions, SHOP)))
			.build();
	}

}
