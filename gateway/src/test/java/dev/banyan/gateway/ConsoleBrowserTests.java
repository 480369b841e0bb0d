package dev.banyan.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.banyan.gateway.HomeServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person moves the catalog from a recorded shop to its stand-in in the console. Runs
 * with {@code -Pbrowser}; pictures come to lie in {@code target/screenshots}.
 */
@Tag("browser")
class ConsoleBrowserTests {

	private static final Path PICTURES = Path.of("target/screenshots");

	private static final int CONSUMERS = 100;

	@TempDir
	private Path data;

	@TempDir
	private Path profile;

	private final AtomicBoolean open = new AtomicBoolean(true);

	private HomeServer legacy;

	private HomeServer monolith;

	private HomeServer service;

	private RunningGateway gateway;

	private Browser browser;

	@BeforeEach
	void start() throws Exception {
		Recording recording = Recording.ofReads();
		this.legacy = new HomeServer(recording::answer);
		this.monolith = new HomeServer((request) -> {
			if (request.target().startsWith("/api/")) {
				return Answer.json(200, "{\"from\":\"same\"}");
			}
			Answer same = recording.answer(request);
			return new Answer(same.status(), same.headers(),
					same.body().replace("\"currency\":\"USD\"", "\"currency\":\"EUR\""), same.after());
		});
		this.service = HomeServer.named("same");
		this.gateway = RunningGateway.start(this.data,
				Map.of("legacy", this.legacy.address(), "monolith", this.monolith.address(), "service",
						this.service.address()),
				"--banyan.gateway.capabilities.catalog.home=legacy",
				"--banyan.gateway.capabilities.ordering.home=legacy");
		this.gateway.consumers(CONSUMERS);
		List<String> targets = recording.targets("/wp-json/wc/v3/products");
		Thread.ofVirtual().start(() -> traffic(targets, recording.targets("/wp-json/wc/v3/orders/")));
		this.browser = new Browser(this.profile);
		this.browser.size(1280, 900, false);
		this.browser.open(this.gateway.management("console"));
	}

	private void traffic(List<String> products, List<String> orders) {
		for (int i = 0; this.open.get(); i++) {
			int number = i;
			Thread.ofVirtual().start(() -> {
				try {
					this.gateway.get(products.get(number % products.size()), number % CONSUMERS);
					this.gateway.get(orders.get(number % orders.size()), number % CONSUMERS);
					this.gateway.get("/api/v1/stock/" + number % 10, number % CONSUMERS);
				}
				catch (IOException ex) {
					// The test is over.
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
			pause(40);
		}
	}

	@AfterEach
	void stop() throws Exception {
		this.open.set(false);
		this.browser.close();
		this.gateway.close();
		this.legacy.close();
		this.monolith.close();
		this.service.close();
	}

	@Test
	void aPersonMovesACapabilityThroughAllPhasesAndBack() throws Exception {
		logIn();
		assertThat(this.browser.value("document.querySelectorAll('#resting .card').length").asInt())
			.isEqualTo(this.gateway.json("moves").get("moves").size());
		this.browser.await("Number(" + figure("catalog", 0) + ") > 0");
		this.browser.screenshot(PICTURES.resolve("1-at-rest.png"), true);

		act("shadow", "catalog", "monolith", null);
		this.browser.await(text("catalog") + ".includes('Shadow')");
		act("shadow", "ordering", "monolith", null);
		this.browser.await("document.querySelectorAll('.difference').length > 0");
		this.browser.screenshot(PICTURES.resolve("2-shadow.png"), true);
		this.browser.click(".difference button");
		this.browser.await("document.querySelector('#effect').textContent.includes('no longer holds ordering up')");
		this.browser.type("#confirm [name=reason]", "the shop sells in euros now");
		this.browser.screenshot(PICTURES.resolve("3-accept.png"), false);
		this.browser.click("#yes");
		this.browser.await("document.querySelector('.difference.accepted')");

		for (int weight : new int[] { 1, 50, 100 }) {
			act("canary", "catalog", null, String.valueOf(weight));
			this.browser.await(text("catalog") + ".includes('monolith " + weight + " %')");
		}
		act("auto", "inventory", "service", null);
		this.browser.await("Number(" + figure("catalog", 1) + ") > 0");
		pause(12_000);
		this.browser.screenshot(PICTURES.resolve("4-canary.png"), true);
		this.browser.dark(true);
		pause(500);
		this.browser.screenshot(PICTURES.resolve("5-dark.png"), false);
		this.browser.dark(false);

		act("settle", "catalog", null, null);
		this.browser.await("document.querySelector('#message.bad')?.textContent.includes('store of its own')");
		act("rollback", "catalog", null, null);
		this.browser.await("document.querySelector('#resting [aria-label=catalog]')");
		assertThat(this.gateway.move("catalog").get("phase").asString()).isEqualTo("HOME");
		assertThat(this.gateway.json("moves").get("journal").get(0).get("who").asString()).isEqualTo("Ann Example");
		assertThat(this.browser.value("document.querySelector('#journal tr').innerText").asString())
			.contains("Ann Example", "CANARY at legacy, 100 % at monolith", "HOME at legacy");
		assertThat(this.browser.errors().stream().filter((error) -> !error.contains("409"))).isEmpty();
	}

	@Test
	void aFreezeHoldsEverybodyAndThePageFitsAPhone() throws Exception {
		this.browser.size(390, 844, true);
		logIn();
		this.browser.click("#global button");
		this.browser.await("document.querySelector('#effect').textContent.includes('No candidate gets more weight')");
		this.browser.type("#confirm [name=reason]", "the sale is on");
		this.browser.click("#yes");
		this.browser.await("document.querySelector('#frozen').textContent.includes('the sale is on')");
		act("canary", "catalog", "monolith", "5");
		this.browser.await("document.querySelector('#message.bad')?.textContent.includes('All moves are frozen')");
		act("shadow", "catalog", "monolith", null);
		this.browser.await(text("catalog") + ".includes('Shadow')");
		this.browser.screenshot(PICTURES.resolve("6-phone.png"), true);
		assertThat(this.browser.value("document.documentElement.scrollWidth <= innerWidth").asBoolean()).isTrue();
		assertThat(this.browser
			.value("[...document.querySelectorAll('button')].filter((b) => b.offsetParent)"
					+ ".every((b) => b.getBoundingClientRect().height >= 32)")
			.asBoolean()).isTrue();
	}

	@Test
	void theKeyboardIsEnough() {
		this.browser.value("document.querySelector('#token').focus()");
		this.browser.type("#token", "wrong");
		this.browser.type("#who", "Ann Example");
		this.browser.key("Enter");
		this.browser.await("document.activeElement.id === 'token' && !document.querySelector('#login').hidden");
		this.browser.type("#token", "operator");
		this.browser.key("Enter");
		this.browser.await("document.querySelectorAll('.card').length > 5");
		for (int i = 0; i < 60 && !focus().equals("Compare catalog"); i++) {
			this.browser.key("Tab");
		}
		assertThat(focus()).isEqualTo("Compare catalog");
		this.browser.key("Enter");
		this.browser.await("document.querySelector('#confirm').open && document.activeElement.name === 'to'");
		for (int i = 0; i < 10 && !this.browser.value("document.activeElement.value").asString("").equals("no"); i++) {
			this.browser.key("Tab");
		}
		this.browser.key("Enter");
		this.browser.await("!document.querySelector('#confirm').open");
		assertThat(this.browser.value("document.querySelector('#moving').children.length").asInt()).isZero();
	}

	private String focus() {
		return this.browser.value("document.activeElement.getAttribute('aria-label') ?? ''").asString();
	}

	private void logIn() {
		this.browser.type("#token", "operator");
		this.browser.type("#who", "Ann Example");
		this.browser.click("#login button");
		this.browser.await("document.querySelectorAll('.card').length > 5");
	}

	private void act(String action, String capability, String to, String weight) {
		this.browser.click("[aria-label=" + capability + "] [data-action=" + action + "]");
		this.browser.await("document.querySelector('#effect').textContent.length > 40");
		if (to != null) {
			this.browser.value("(() => { const to = document.querySelector('#confirm [name=to]'); to.value = '" + to
					+ "'; to.dispatchEvent(new Event('input', { bubbles: true })); })()");
		}
		if (weight != null) {
			this.browser.type("#confirm [name=weight]", weight);
			this.browser.await("document.querySelector('#effect').textContent.startsWith('" + weight + " % of the')");
		}
		this.browser.type("#confirm [name=reason]", "seen in a browser");
		this.browser.click("#yes");
		this.browser.await("!document.querySelector('#confirm').open");
	}

	private static String text(String capability) {
		return "document.querySelector('[aria-label=" + capability + "].card').innerText";
	}

	private static String figure(String capability, int home) {
		return "document.querySelectorAll('[aria-label=" + capability + "].card .figures tbody tr')[" + home
				+ "].children[1].textContent";
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
