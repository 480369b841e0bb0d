package dev.banyan.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is not {@code wc/v3} goes to the legacy home, though every capability has left it,
 * and comes back as that home answers it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "banyan.token.secret=a-secret-for-tests-that-is-long-enough", "banyan.gateway.plain.port=0",
				"management.server.port=0",
				"spring.datasource.url=jdbc:h2:mem:other-namespaces-module;DB_CLOSE_DELAY=-1" })
class OtherNamespacesModuleTests {

	private static final Upstream LEGACY = new Upstream("");

	private static final Upstream MONOLITH = new Upstream("{\"from\":\"monolith\"}");

	private static final String ANSWER = "HTTP/1.1 418 X\r\nContent-Type: text/x-odd;charset=latin1\r\n"
			+ "Set-Cookie: a=1; Path=/\r\nSet-Cookie: b=2\r\nX-WP-Total: 7\r\nLink: <http://x/?a=b&c>; rel=\"next\"\r\n"
			+ "Content-Length: 3\r\nConnection: close\r\n\r\n\u00e9\u0000\u00ff";

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void homes(DynamicPropertyRegistry registry) {
		registry.add("banyan.gateway.homes.legacy", LEGACY::address);
		registry.add("banyan.gateway.homes.monolith", MONOLITH::address);
	}

	@BeforeEach
	void answersOddly() {
		LEGACY.script = (request, socket) -> Upstream.write(socket, ANSWER);
		LEGACY.requests.clear();
		MONOLITH.requests.clear();
	}

	@AfterAll
	static void closes() throws IOException {
		LEGACY.close();
		MONOLITH.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/wp-json/wc/v1/orders", "/wp-json/wc/v2/products/7", "/index.php/wp-json/wc/v2/orders",
			"/wp-json/wc/v1/webhooks/batch", "/WP-JSON/wc/v2/orders", "/wp-json/wc/v30/products",
			"/wp-json/wc/store/v1/cart", "/wp-json/wc-analytics/reports/orders", "/wp-json/wp/v2/posts",
			"/wc-api/v3/orders", "/", "/wp-admin/admin-ajax.php", "/shop/caf%C3%A9/%2e/;a=1" })
	void goToTheLegacyHomeUntouched(String path) throws Exception {
		String request = "POST " + path
				+ "?filter[meta]=%5B1%5D&q=a+b%20c&q=&&oauth_signature=a%2Fb%3D&x=%zz|\\ HTTP/1.1\r\n"
				+ "Host: shop.example:8443\r\n"
				+ "Authorization: OAuth oauth_consumer_key=\"ck_1\", oauth_nonce=\"n%2F\"\r\n"
				+ "Cookie: wordpress_logged_in=1; b=\"2\"\r\n" + "User-Agent: Old/1.0 (x; y)\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\n" + "Content-Length: 9\r\n\r\n"
				+ "a=\u00e9\u00ff\u0000%C3&";
		assertThat(exchange(request)).startsWith("HTTP/1.1 418")
			.containsIgnoringCase("\r\nContent-Type: text/x-odd;charset=latin1\r\n")
			.containsIgnoringCase("\r\nSet-Cookie: a=1; Path=/\r\n")
			.containsIgnoringCase("\r\nSet-Cookie: b=2\r\n")
			.containsIgnoringCase("\r\nX-WP-Total: 7\r\n")
			.containsIgnoringCase("\r\nLink: <http://x/?a=b&c>; rel=\"next\"\r\n")
			.endsWith("\r\n\r\n\u00e9\u0000\u00ff");
		String seen = LEGACY.requests.poll(5, TimeUnit.SECONDS);
		assertThat(seen).startsWith(request.substring(0, request.indexOf("\r\n") + 2))
			.containsIgnoringCase("\r\nHost: shop.example:8443\r\n")
			.contains("\r\nAuthorization: OAuth oauth_consumer_key=\"ck_1\", oauth_nonce=\"n%2F\"\r\n")
			.containsIgnoringCase("\r\nCookie: wordpress_logged_in=1; b=\"2\"\r\n")
			.containsIgnoringCase("\r\nUser-Agent: Old/1.0 (x; y)\r\n")
			.endsWith("\r\n\r\na=\u00e9\u00ff\u0000%C3&");
		assertThat(MONOLITH.requests).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/wp-json/wc/v3/products", "/WP-json/WC/V3/orders", "/index.php/wp-json/wc/v3/coupons",
			"/openapi/legacy.json", "/webjars/swagger-ui/swagger-ui.css" })
	void areNotWhatTheMonolithServes(String path) throws Exception {
		assertThat(exchange("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic eDp5\r\n\r\n"))
			.startsWith("HTTP/1.1 200");
		assertThat(MONOLITH.requests.poll(5, TimeUnit.SECONDS)).startsWith("GET " + path + " ")
			.contains("Banyan-Caller: eyJ");
		assertThat(LEGACY.requests).isEmpty();
	}

	@Test
	void keepCredentialsInTheQuery() throws Exception {
		exchange("GET /wp-json/wc/v2/orders?consumer_key=ck_1&consumer_secret=cs_1 HTTP/1.1\r\nHost: x\r\n\r\n");
		assertThat(LEGACY.requests.poll(5, TimeUnit.SECONDS))
			.startsWith("GET /wp-json/wc/v2/orders?consumer_key=ck_1&consumer_secret=cs_1 HTTP/1.1\r\n")
			.doesNotContainIgnoringCase("banyan-caller");
	}

	private String exchange(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(10_000);
			Upstream.write(socket, request.replaceFirst("\r\nHost", "\r\nConnection: close\r\nHost"));
			InputStream answer = socket.getInputStream();
			return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

}
