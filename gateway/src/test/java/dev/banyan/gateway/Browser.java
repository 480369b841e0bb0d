package dev.banyan.gateway;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Chromium, driven over its DevTools protocol with mouse and keyboard. Takes the
 * one that {@code CHROMIUM} names, or that is on the path.
 */
final class Browser implements AutoCloseable, WebSocket.Listener {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();

	private final AtomicInteger number = new AtomicInteger();

	private final StringBuilder message = new StringBuilder();

	private final List<String> errors = new CopyOnWriteArrayList<>();

	private final Process process;

	private final HttpClient client = HttpClient.newHttpClient();

	private final WebSocket socket;

	Browser(Path profile) throws IOException, InterruptedException {
		this.process = new ProcessBuilder(executable(), "--headless=new", "--no-sandbox", "--disable-gpu",
				"--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--remote-debugging-port=0",
				"--lang=en-GB", "--user-data-dir=" + profile, "about:blank")
			.redirectErrorStream(true)
			.start();
		URI page = URI.create(pages(devTools()).get(0).get("webSocketDebuggerUrl").asString());
		this.socket = this.client.newWebSocketBuilder().buildAsync(page, this).join();
		command("Page.enable", Map.of());
		command("Runtime.enable", Map.of());
		command("Log.enable", Map.of());
	}

	private static String executable() {
		String named = System.getenv("CHROMIUM");
		return Stream
			.concat(Stream.ofNullable(named),
					Stream.of(System.getenv("PATH").split(File.pathSeparator))
						.flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome")
							.map((name) -> folder + "/" + name)))
			.filter((file) -> Files.isExecutable(Path.of(file)))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No Chromium on the path; CHROMIUM may name one"));
	}

	private URI devTools() throws IOException {
		BufferedReader output = this.process.inputReader();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith("DevTools listening on ")) {
				Thread.ofVirtual().start(() -> output.lines().forEach((ignored) -> {
				}));
				return URI.create(line.substring("DevTools listening on ".length()).trim());
			}
		}
		throw new IllegalStateException("Chromium ended while starting");
	}

	private List<JsonNode> pages(URI browser) throws IOException, InterruptedException {
		URI list = URI.create("http://127.0.0.1:" + browser.getPort() + "/json/list");
		while (true) {
			List<JsonNode> pages = new ArrayList<>();
			JSON.readTree(
					this.client.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString()).body())
				.forEach((target) -> {
					if (target.get("type").asString().equals("page")) {
						pages.add(target);
					}
				});
			if (!pages.isEmpty()) {
				return pages;
			}
			Thread.sleep(50);
		}
	}

	@Override
	public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
		this.message.append(data);
		if (last) {
			JsonNode json = JSON.readTree(this.message.toString());
			this.message.setLength(0);
			if (json.has("id")) {
				Objects.requireNonNull(this.asked.remove(json.get("id").asInt())).complete(json);
			}
			else if (json.path("method").asString("").equals("Runtime.exceptionThrown")
					|| json.at("/params/entry/level").asString("").equals("error")) {
				this.errors.add(json.get("params").toString());
			}
		}
		from.request(1);
		return CompletableFuture.completedStage(null);
	}

	private JsonNode command(String method, Map<String, ?> parameters) {
		int id = this.number.incrementAndGet();
		CompletableFuture<JsonNode> answer = new CompletableFuture<>();
		this.asked.put(id, answer);
		this.socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
			.join();
		JsonNode json = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
		if (json.has("error")) {
			throw new IllegalStateException(method + ": " + json.get("error"));
		}
		return json.get("result");
	}

	void size(int width, int height, boolean mobile) {
		command("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", mobile ? 2 : 1, "mobile", mobile));
	}

	void dark(boolean dark) {
		command("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
	}

	void open(URI address) {
		command("Page.navigate", Map.of("url", address.toString()));
		await("document.readyState === 'complete'");
	}

	/** The value of an expression. */
	JsonNode value(String expression) {
		JsonNode result = command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
		if (result.has("exceptionDetails")) {
			throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
		}
		return result.path("result").path("value");
	}

	void await(String condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!value("Boolean(" + condition + ")").asBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("Never came true: " + condition + "\n" + value("document.body.innerText"));
			}
			pause();
		}
	}

	/** Clicks where a person sees the element, once nothing covers it. */
	void click(String selector) {
		String element = "document.querySelector(" + JSON.writeValueAsString(selector) + ")";
		String seen = "(() => { const e = " + element + "; if (!e) return null; e.scrollIntoView({ block: 'center', "
				+ "behavior: 'instant' }); const r = e.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height "
				+ "/ 2; return e.contains(document.elementFromPoint(x, y)) ? { x, y } : null; })()";
		await(seen);
		JsonNode point = value(seen);
		for (String type : List.of("mousePressed", "mouseReleased")) {
			command("Input.dispatchMouseEvent", Map.of("type", type, "x", point.get("x").asDouble(), "y",
					point.get("y").asDouble(), "button", "left", "clickCount", 1));
		}
	}

	/** Replaces what an input holds. */
	void type(String selector, String text) {
		click(selector);
		value("document.querySelector(" + JSON.writeValueAsString(selector) + ").select()");
		command("Input.insertText", Map.of("text", text));
	}

	void key(String name) {
		int code = name.equals("Tab") ? 9 : 13;
		String text = name.equals("Enter") ? "\r" : "";
		command("Input.dispatchKeyEvent", Map.of("type", text.isEmpty() ? "rawKeyDown" : "keyDown", "key", name, "code",
				name, "windowsVirtualKeyCode", code, "text", text));
		command("Input.dispatchKeyEvent",
				Map.of("type", "keyUp", "key", name, "code", name, "windowsVirtualKeyCode", code));
	}

	void screenshot(Path file, boolean whole) throws IOException {
		value("scrollTo(0, 0)");
		String data = command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole))
			.get("data")
			.asString();
		Files.createDirectories(Objects.requireNonNull(file.getParent()));
		Files.write(file, Base64.getDecoder().decode(data));
	}

	/** What the page reported as errors. */
	List<String> errors() {
		return this.errors;
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.socket.abort();
		this.process.destroy();
		if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
		this.client.close();
	}

}
