package dev.banyan.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import dev.banyan.testing.pacts.ExecutableJar;
import tools.jackson.databind.JsonNode;

/**
 * A whole shop as a user runs it: database, monolith, gateway and, if it is extracted,
 * inventory and a broker for its events, each a process of its own on loopback, with an
 * empty store.
 */
public final class Shop implements AutoCloseable {

	static final String KEY = "ck_demo";

	static final String SECRET = "cs_demo";

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Database database;

	private final ShopProcess app;

	private final ShopProcess gateway;

	private final Optional<ShopProcess> inventory;

	private final Optional<ShopProcess> broker;

	private final URI secure;

	private final URI plain;

	private final URI management;

	private final URI appManagement;

	private final String managementToken = random();

	private Shop(Database database, boolean extracted, Path folder, String instruments, List<String> forGateway)
			throws IOException {
		this.database = database;
		Path token = Files.writeString(folder.resolve("token"), random());
		Path managementFile = Files.writeString(folder.resolve("management"), this.managementToken);
		int securePort = freePort();
		int plainPort = freePort();
		int appPort = freePort();
		int inventoryPort = freePort();
		int managementPort = freePort();
		int appManagementPort = freePort();
		this.secure = URI.create("http://localhost:" + securePort);
		this.plain = URI.create("http://localhost:" + plainPort);
		this.management = URI.create("http://127.0.0.1:" + managementPort);
		this.appManagement = URI.create("http://127.0.0.1:" + appManagementPort);
		List<String> common = new ArrayList<>(database.options());
		common.add("--banyan.token.secret-file=" + token);
		common.add("--banyan.management.token-file=" + managementFile);
		this.broker = extracted ? Optional.of(broker(common, folder)) : Optional.empty();
		this.inventory = extracted
				? Optional
					.of(process("inventory", "modules/inventory/service", inventoryPort, freePort(), common, folder))
				: Optional.empty();
		List<String> appOptions = new ArrayList<>(common);
		List<String> gatewayOptions = new ArrayList<>(common);
		gatewayOptions.addAll(forGateway);
		gatewayOptions.add("--banyan.gateway.plain.port=" + plainPort);
		gatewayOptions.add("--banyan.gateway.homes.monolith=http://127.0.0.1:" + appPort);
		if (extracted) {
			appOptions.add("--banyan.placement.inventory.url=http://127.0.0.1:" + inventoryPort);
			appOptions.add("--banyan.placement.inventory.remote=100");
			gatewayOptions.add("--banyan.gateway.homes.service=http://127.0.0.1:" + inventoryPort);
			gatewayOptions.add("--banyan.gateway.capabilities.inventory.home=service");
		}
		this.app = !instruments.isEmpty() ? instrumented(instruments, appPort, appManagementPort, appOptions, folder)
				: process("app", "app", appPort, appManagementPort, appOptions, folder);
		this.gateway = process("gateway", "gateway", securePort, managementPort, gatewayOptions, folder);
	}

	private static ShopProcess broker(List<String> common, Path folder) {
		int port = freePort();
		common.add("--banyan.events.url=127.0.0.1:" + port);
		common.add("--banyan.events.leaving=inventory");
		return new ShopProcess("broker", ShopProcess.java(ExecutableJar.of("architecture-tests/kafka").packaged(),
				List.of(folder.resolve("kafka").toString(), String.valueOf(port))), port, folder);
	}

	static ShopProcess process(String name, String module, int port, int managementPort, List<String> more,
			Path folder) {
		List<String> options = new ArrayList<>(more);
		options.add("--server.port=" + port);
		options.add("--management.server.port=" + managementPort);
		return new ShopProcess(name, ShopProcess.java(ExecutableJar.of(module).unpacked(), options), managementPort,
				folder);
	}

	/** With a class of the package {@code instrumented} among its sources. */
	private static ShopProcess instrumented(String instruments, int port, int managementPort, List<String> more,
			Path folder) {
		List<String> options = new ArrayList<>(more);
		options.add("--server.port=" + port);
		options.add("--management.server.port=" + managementPort);
		options.add("--spring.main.sources=instrumented." + instruments);
		options.add("--spring.datasource.hikari.maximum-pool-size=100");
		options.add("--banyan.ordering.at-a-time=100");
		// Else a request takes a statement more or less, as it happens.
		options.add("--banyan.settings.remembered=0ms");
		return new ShopProcess("app", ShopProcess.instrumented(ExecutableJar.of("app"), folder, options),
				managementPort, folder);
	}

	static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("banyan"))) {
			folder = folder.getParent();
		}
		return folder;
	}

	/** Starts a shop and waits until all of it is ready. */
	public static Shop start(Database database, boolean extracted, Path folder) throws IOException {
		return start(database, extracted, folder, List.of());
	}

	/** As {@link #start}, with options for the gateway. */
	static Shop start(Database database, boolean extracted, Path folder, List<String> forGateway) throws IOException {
		return start(database, extracted, folder, "", forGateway);
	}

	/** As {@link #start}, and no module may call another one within a transaction. */
	static Shop startGuarded(Database database, boolean extracted, Path folder) throws IOException {
		return start(database, extracted, folder, "GuardedSeams", List.of());
	}

	/** As {@link #start}, and requests can be told to stand still at a step. */
	static Shop startHalting(Database database, boolean extracted, Path folder) throws IOException {
		return start(database, extracted, folder, "HaltingPoints", List.of());
	}

	/** As {@link #start}, and answers tell in a header {@code Counted} what they took. */
	static Shop startCounting(Database database, boolean extracted, Path folder) throws IOException {
		return start(database, extracted, folder, "CountingPoints", List.of());
	}

	private static Shop start(Database database, boolean extracted, Path folder, String instruments,
			List<String> forGateway) throws IOException {
		Shop shop;
		try {
			shop = new Shop(database, extracted, folder, instruments, forGateway);
		}
		catch (IOException | RuntimeException ex) {
			database.close();
			throw ex;
		}
		return started(shop);
	}

	private static Shop started(Shop shop) {
		shop.broker.ifPresent(ShopProcess::start);
		shop.inventory.ifPresent(ShopProcess::start);
		shop.app.start();
		shop.gateway.start();
		try {
			shop.inventory.ifPresent(ShopProcess::awaitReady);
			shop.app.awaitReady();
			shop.gateway.awaitReady();
			shop.addKey(KEY, SECRET, "read_write");
		}
		catch (RuntimeException ex) {
			shop.close();
			throw ex;
		}
		return shop;
	}

	public void addKey(String key, String secret, String permissions) {
		String body = "{\"key\":\"%s\",\"secret\":\"%s\",\"permissions\":\"%s\"}".formatted(key, secret, permissions);
		if (operate("keys", body).status() / 100 != 2) {
			throw new IllegalStateException("The gateway did not take the key");
		}
	}

	/** Posts to an endpoint of the gateway's management port. */
	Reply operate(String endpoint, String body) {
		return send(managed(this.management, endpoint).POST(HttpRequest.BodyPublishers.ofString(body)).build());
	}

	/** Takes a step of a capability's move; the gateway has to agree. */
	void move(String capability, String step) {
		Reply moved = tryToMove(capability, step);
		if (moved.status() != 200) {
			throw new IllegalStateException("The gateway did not take " + step + ": " + moved);
		}
	}

	/** As {@link #move}, whatever the gateway says of it. */
	Reply tryToMove(String capability, String step) {
		return operate("moves/" + capability, "{\"action\":" + step + ",\"who\":\"test\",\"reason\":\"test\"}");
	}

	/** What an endpoint of the gateway's management port shows. */
	Reply shown(String endpoint) {
		return send(managed(this.management, endpoint).build());
	}

	/** The share of the monolith's own calls to a module that go to its service. */
	void place(String module, int remote) {
		Reply placed = send(managed(this.appManagement, "placement/" + module)
			.POST(HttpRequest.BodyPublishers.ofString("{\"remote\":" + remote + "}"))
			.build());
		if (placed.status() != 200) {
			throw new IllegalStateException("The monolith did not take the placement: " + placed);
		}
	}

	/** What an endpoint of the monolith's management port shows. */
	Reply shownByApp(String endpoint) {
		return send(managed(this.appManagement, endpoint).build());
	}

	private HttpRequest.Builder managed(URI management, String endpoint) {
		return HttpRequest.newBuilder(management.resolve("/actuator/" + endpoint))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer " + this.managementToken)
			.header("Content-Type", "application/json");
	}

	/** An answer; the body is missing if it is no JSON. */
	record Reply(int status, JsonNode body, HttpResponse<String> response) {
	}

	Reply get(String path) {
		return send(request(path).GET().build());
	}

	Reply post(String path, String body) {
		return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
	}

	Reply put(String path, String body) {
		return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
	}

	/** Sends a drawn request as it is. */
	Reply send(DeclaredSurface.Drawn drawn) {
		HttpRequest.Builder request = request(drawn.path() + (drawn.query().isEmpty() ? "" : "?" + drawn.query()));
		if (drawn.body() == null) {
			return send(request.method(drawn.method(), HttpRequest.BodyPublishers.noBody()).build());
		}
		return send(request.setHeader("Content-Type", drawn.contentType())
			.method(drawn.method(), HttpRequest.BodyPublishers.ofString(drawn.body()))
			.build());
	}

	/** Places an order natively. */
	Reply place(String idempotencyKey, String body) {
		return place(idempotencyKey, body, "");
	}

	Reply place(String idempotencyKey, String body, String query) {
		return send(request("/api/v1/orders" + query).header("Idempotency-Key", idempotencyKey)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private HttpRequest.Builder request(String path) {
		String credentials = Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
		return HttpRequest.newBuilder(this.secure.resolve(path))
			.timeout(Duration.ofSeconds(60))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/json");
	}

	private static Reply send(HttpRequest request) {
		try {
			HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
			String body = response.body();
			boolean json = body.startsWith("{") || body.startsWith("[");
			return new Reply(response.statusCode(), json ? Exchange.JSON.readTree(body) : Exchange.JSON.missingNode(),
					response);
		}
		catch (IOException ex) {
			return new Reply(0, Exchange.JSON.missingNode(), null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	ShopProcess app() {
		return this.app;
	}

	ShopProcess gateway() {
		return this.gateway;
	}

	/** The broker, which is there only with an extracted module. */
	ShopProcess broker() {
		return this.broker.orElseThrow();
	}

	ShopProcess inventory() {
		return this.inventory.orElseThrow();
	}

	public URI secure() {
		return this.secure;
	}

	public URI plain() {
		return this.plain;
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String random() {
		byte[] bytes = new byte[32];
		ThreadLocalRandom.current().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public void close() {
		this.gateway.stop();
		this.app.stop();
		this.inventory.ifPresent(ShopProcess::stop);
		this.broker.ifPresent(ShopProcess::stop);
		this.database.close();
	}

}
