package dev.banyan.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole gateway with a store of its own, between homes that a test brings.
 */
final class RunningGateway implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final Path secrets;

	private final ConfigurableApplicationContext context;

	private RunningGateway(Path data, ConfigurableApplicationContext context) {
		this.secrets = data.resolve("secrets");
		this.context = context;
	}

	/**
	 * Starts one.
	 * @param data an empty folder; the management token comes to lie where the launcher
	 * keeps it
	 */
	static RunningGateway start(Path data, Map<String, URI> homes, String... more) throws IOException {
		Path token = data.resolve("secrets/management");
		Files.createDirectories(token.getParent());
		Files.writeString(token, "operator");
		List<String> options = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0",
				"--banyan.gateway.plain.port=0", "--banyan.token.secret=a-secret-for-tests-that-is-long-enough",
				"--banyan.management.token-file=" + token,
				"--spring.datasource.url=jdbc:h2:mem:" + data.toString().hashCode() + ";DB_CLOSE_DELAY=-1"));
		homes.forEach((name, address) -> options.add("--banyan.gateway.homes." + name + "=" + address));
		options.addAll(List.of(more));
		return new RunningGateway(data,
				SpringApplication.run(GatewayApplication.class, options.toArray(String[]::new)));
	}

	int managementPort() {
		return this.context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
	}

	URI management(String path) {
		return URI.create("http://127.0.0.1:" + managementPort() + "/actuator/" + path);
	}

	URI address(String target) {
		int port = this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		return URI.create("http://127.0.0.1:" + port + target);
	}

	/** Makes the keys ck_0, ck_1 ... of as many consumers. */
	void consumers(int count) throws IOException, InterruptedException {
		for (int i = 0; i < count; i++) {
			operate("keys", "{\"key\":\"ck_%d\",\"secret\":\"cs_1\",\"permissions\":\"read_write\"}".formatted(i));
		}
	}

	HttpResponse<String> get(String target, int consumer) throws IOException, InterruptedException {
		return send(consumer, HttpRequest.newBuilder(address(target)));
	}

	HttpResponse<String> send(int consumer, HttpRequest.Builder request) throws IOException, InterruptedException {
		String credentials = Base64.getEncoder()
			.encodeToString(("ck_" + consumer + ":cs_1").getBytes(StandardCharsets.UTF_8));
		return this.client.send(
				request.header("Authorization", "Basic " + credentials).timeout(Duration.ofSeconds(30)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	/** Posts to the management port and expects it to be accepted. */
	JsonNode operate(String path, String body) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.client.send(authorised(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(answer.statusCode() + " " + answer.body());
		}
		return JSON.readTree(answer.body());
	}

	void canary(String capability, String to, int weight) throws IOException, InterruptedException {
		operate("moves/" + capability,
				"{\"action\":\"canary\",\"to\":\"%s\",\"weight\":%d,\"who\":\"test\",\"reason\":\"test\"}".formatted(to,
						weight));
	}

	String managed(String path) throws IOException, InterruptedException {
		return this.client.send(authorised(path).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	JsonNode json(String path) throws IOException, InterruptedException {
		return JSON.readTree(managed(path));
	}

	JsonNode move(String capability) throws IOException, InterruptedException {
		return json("moves/" + capability).get("move");
	}

	private HttpRequest.Builder authorised(String path) throws IOException {
		return HttpRequest.newBuilder(management(path))
			.header("Authorization", "Bearer " + Files.readString(this.secrets.resolve("management")));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
		this.client.close();
	}

}
