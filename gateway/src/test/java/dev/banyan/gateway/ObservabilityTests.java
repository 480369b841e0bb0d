package dev.banyan.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is known of a request afterwards: metrics, its trace, a line of the access log.
 */
class ObservabilityTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	@TempDir
	private Path data;

	private Upstream monolith;

	private Upstream service;

	private RunningGateway gateway;

	@BeforeEach
	void start() throws Exception {
		this.monolith = new Upstream("{}");
		this.service = new Upstream("{}");
		this.gateway = RunningGateway.start(this.data,
				Map.of("monolith", this.monolith.address(), "service", this.service.address()),
				"--banyan.gateway.access-log.file=" + log());
		this.gateway.consumers(1);
	}

	@AfterEach
	void stop() throws Exception {
		this.gateway.close();
		this.monolith.close();
		this.service.close();
	}

	private Path log() {
		return this.data.resolve("access.jsonl");
	}

	@Test
	void metricsNameCapabilityHomePhaseAndStatus() throws Exception {
		this.gateway.get("/api/v1/stock/1", 0);
		this.service.answers(503, "{}");
		this.gateway.canary("inventory", "service", 100);
		this.gateway.get("/api/v1/stock/1", 0);
		assertThat(this.gateway.managed("prometheus")).contains(
				"banyan_requests_seconds_count{capability=\"inventory\",home=\"monolith\",phase=\"HOME\",status=\"2xx\"} 1",
				"banyan_requests_seconds_count{capability=\"inventory\",home=\"service\",phase=\"CANARY\",status=\"5xx\"} 1",
				"banyan_requests_seconds_bucket{capability=\"inventory\",home=\"service\",phase=\"CANARY\",status=\"5xx\",le=\"2.0\"} 1",
				"banyan_move_weight{capability=\"inventory\"} 100.0");
	}

	@Test
	void theTraceOfTheClientGoesOnAtTheHome() throws Exception {
		traced("00-" + TRACE + "-b7ad6b7169203331-01");
		assertThat(this.monolith.requests.poll(5, TimeUnit.SECONDS))
			.containsPattern("(?i)traceparent: 00-" + TRACE + "-[0-9a-f]{16}-01\r\n")
			.doesNotContain("b7ad6b7169203331")
			.containsIgnoringCase("tracestate: vendor=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "00-00000000000000000000000000000000-b7ad6b7169203331-01",
			"ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
			"00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01" })
	void aTraceThatCannotBeReadIsReplaced(String header) throws Exception {
		traced(header);
		assertThat(this.monolith.requests.poll(5, TimeUnit.SECONDS))
			.containsPattern("(?i)traceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-00\r\n")
			.doesNotContainIgnoringCase(TRACE)
			.doesNotContainIgnoringCase("tracestate");
	}

	@Test
	void theAccessLogNamesEverythingButTheSecretsOfTheQuery() throws Exception {
		traced("00-" + TRACE + "-b7ad6b7169203331-01");
		this.gateway.get("/wp-json/wc/v3/coupons?consumer_secret=cs_1&page=2", 0);
		this.gateway.get("/nothing/here", 0);
		List<String> lines = lines(3);
		JsonNode first = JsonMapper.shared().readTree(lines.getFirst());
		assertThat(first.get("trace").asString()).isEqualTo(TRACE);
		assertThat(first.get("method").asString()).isEqualTo("GET");
		assertThat(first.get("path").asString()).isEqualTo("/api/v1/stock/1");
		assertThat(first.get("status").asInt()).isEqualTo(200);
		assertThat(first.get("millis").asDouble()).isPositive();
		assertThat(first.get("capability").asString()).isEqualTo("inventory");
		assertThat(first.get("home").asString()).isEqualTo("monolith");
		assertThat(first.get("phase").asString()).isEqualTo("HOME");
		assertThat(first.get("listener").asString()).isEqualTo("secure");
		assertThat(first.get("consumer").asString()).isNotBlank();
		assertThat(lines.get(1)).contains("\"path\":\"/wp-json/wc/v3/coupons\"", "\"capability\":\"promotions\"");
		assertThat(lines.get(2)).contains("\"status\":404").doesNotContain("capability");
		assertThat(lines).noneMatch((line) -> line.contains("cs_1") || line.contains("ck_0"));
	}

	@Test
	void theAccessLogTellsAnAnswerThatDidNotEnd() throws Exception {
		this.monolith.script = (request, socket) -> Upstream.write(socket,
				"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(50_000));
		assertThatThrownBy(() -> this.gateway.get("/api/v1/stock/1", 0)).isInstanceOf(IOException.class);
		assertThat(lines(1)).singleElement(InstanceOfAssertFactories.STRING)
			.contains("\"status\":200", "\"brokenOff\":true");
	}

	private HttpResponse<String> traced(String header) throws IOException, InterruptedException {
		return this.gateway.send(0,
				HttpRequest.newBuilder(this.gateway.address("/api/v1/stock/1"))
					.header("traceparent", header)
					.header("tracestate", "vendor=1"));
	}

	private List<String> lines(int count) throws IOException, InterruptedException {
		for (int i = 0; i < 50 && written().size() < count; i++) {
			Thread.sleep(100);
		}
		return written();
	}

	private List<String> written() throws IOException {
		return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
	}

}
