package dev.banyan.shop;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop's description of its API, held against what a real WooCommerce answered: no
 * answer may hold anything that is not described.
 */
@InProcessShop
class DescribedShopTests {

	private static final Set<String> DESCRIBE_THEMSELVES = Set.of("OPTIONS", "HEAD");

	private static final Path RELEASED = Path.of("src/test/resources/dev/banyan/shop");

	@Autowired
	private WebApplicationContext context;

	private MockMvc shop;

	private JsonNode description;

	@BeforeEach
	void readsTheDescription() throws Exception {
		this.shop = MockMvcBuilders.webAppContextSetup(this.context).build();
		this.description = read("/openapi/legacy.json");
	}

	@Test
	void describesEverythingThatARealShopAnswered() {
		List<String> wrong = new ArrayList<>();
		Map<JsonNode, Schema> schemas = new HashMap<>();
		int checked = 0;
		for (Exchange exchange : Exchange.recorded()) {
			if (exchange.status() / 100 != 2 || DESCRIBE_THEMSELVES.contains(exchange.method())
					|| exchange.body().isMissingNode() || exchange.body().isNull()) {
				continue;
			}
			Optional<JsonNode> answer = answer(exchange);
			if (answer.isEmpty()) {
				wrong.add(exchange + " is not described");
				continue;
			}
			schemas.computeIfAbsent(answer.get(), this::schema)
				.validate(exchange.body())
				.forEach((error) -> wrong.add(exchange + ": " + error));
			checked++;
		}
		assertThat(wrong).isEmpty();
		assertThat(checked).isGreaterThan(240);
	}

	@Test
	void refersOnlyToWhatItDefinesAndNamesEachOperationOnce() {
		assertThat(this.description.get("openapi").asString()).startsWith("3.1.");
		this.description.findValues("$ref")
			.forEach((reference) -> assertThat(this.description.at(reference.asString().substring(1)).isMissingNode())
				.as(reference.asString())
				.isFalse());
		Set<String> names = new HashSet<>();
		this.description.get("paths")
			.properties()
			.forEach((path) -> path.getValue().properties().forEach((operation) -> {
				operation.getValue()
					.path("parameters")
					.forEach((parameter) -> assertThat(
							parameter.has("$ref") || !parameter.get("in").asString().equals("path")
									|| path.getKey().contains("{" + parameter.get("name").asString() + "}"))
						.as(path.getKey())
						.isTrue());
				String name = operation.getValue().path("operationId").asString();
				assertThat(name.isEmpty() || names.add(name)).as(name).isTrue();
			}));
		assertThat(names).hasSizeGreaterThan(200);
	}

	@Test
	void describesTheNativeEndpoints() throws Exception {
		JsonNode description = read("/openapi/native.json");
		assertThat(description.get("openapi").asString()).startsWith("3.1.");
		assertThat(description.get("paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/orders",
				"/api/v1/orders/{id}", "/api/v1/orders/{id}/cancellation", "/api/v1/stock", "/api/v1/stock/{itemId}",
				"/api/v1/stock/{itemId}/adjustments");
		assertThat(description.at("/paths/~1api~1v1~1orders/post/responses").propertyNames())
			.containsExactlyInAnyOrder("201", "default");
		assertThat(description.at("/servers/0/url").asString()).isEqualTo("/");
		assertThat(description.at("/components/schemas/OrderBody/properties").propertyNames()).contains("id", "total");
	}

	/**
	 * With {@code -Dbanyan.release-api} they become the released ones instead.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "legacy", "native" })
	void breaksNoClientOfTheReleasedDescription(String name) throws Exception {
		Path released = RELEASED.resolve("openapi-" + name + ".json.gz");
		JsonNode now = read("/openapi/" + name + ".json");
		if (Boolean.getBoolean("banyan.release-api")) {
			try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(released))) {
				file.write(JsonMapper.shared().writeValueAsBytes(now));
			}
		}
		try (InputStream file = new GZIPInputStream(Files.newInputStream(released))) {
			assertThat(ApiChanges.breaking(JsonMapper.shared().readTree(file), now)).isEmpty();
		}
	}

	@Test
	void showsAPageThatNeedsNothingFromElsewhere() throws Exception {
		assertThat(
				this.shop.perform(MockMvcRequestBuilders.get("/openapi")).andReturn().getResponse().getRedirectedUrl())
			.isEqualTo("/openapi/index.html");
		String page = text("/openapi/index.html");
		assertThat(page).doesNotContain("http://", "https://", "src=\"//");
		assertThat(Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page).results()).hasSizeGreaterThan(2)
			.allSatisfy((link) -> assertThat(text(link.group(1))).isNotEmpty());
	}

	private Optional<JsonNode> answer(Exchange exchange) {
		String path = exchange.path().replaceAll("/$", "");
		String method = exchange.json().path("query").path("_method").asString(exchange.method()).toLowerCase();
		return this.description.get("paths")
			.properties()
			.stream()
			.filter((described) -> Pattern.matches("(?i)" + described.getKey().replaceAll("\\{\\w+}", "[^/]+"), path))
			.sorted(Comparator.comparing((described) -> described.getKey().split("\\{").length))
			.map((described) -> described.getValue()
				.path(method)
				.path("responses")
				.path(String.valueOf(exchange.status()))
				.at("/content/application~1json/schema"))
			.filter((schema) -> !schema.isMissingNode())
			.findFirst();
	}

	private Schema schema(JsonNode answer) {
		ObjectNode schema = (ObjectNode) answer.deepCopy();
		schema.set("components", this.description.get("components").deepCopy());
		close(schema);
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
	}

	/** Nothing may be answered that is not described. */
	private static void close(JsonNode schema) {
		if (schema instanceof ObjectNode object && object.path("properties").isObject()
				&& object.path("type").toString().contains("object") && !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		schema.forEach(DescribedShopTests::close);
	}

	private JsonNode read(String path) throws Exception {
		return Exchange.JSON.readTree(text(path));
	}

	private String text(String path) throws Exception {
		var response = this.shop.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return response.getContentAsString();
	}

}
