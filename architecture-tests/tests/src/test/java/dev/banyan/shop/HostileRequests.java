package dev.banyan.shop;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.banyan.shop.RawHttp.Answer;

/**
 * Requests that no honest client sends: bodies that are broken, endless or over the
 * limit, keys and signatures that are wrong, nonces used twice, addresses and headers of
 * garbage. Each is refused clearly or answered, and what is refused changes nothing.
 */
final class HostileRequests {

	private static final String ROOT = "/wp-json/wc/v3/";

	private static final List<String> COLLECTIONS = List.of("products", "orders", "customers", "coupons", "webhooks",
			"taxes", "products/tags", "products/categories", "products/reviews", "shipping/zones", "settings",
			"reports/sales", "system_status");

	private static final List<String> CREATED = COLLECTIONS.subList(0, 6);

	/** What HTTP itself calls a client's fault although the number begins with 5. */
	private static final Set<Integer> PROTOCOL = Set.of(501, 505);

	private static final String JSON = "Content-Type: application/json\r\n";

	private final Shop shop;

	private final RandomGenerator random;

	private final Map<String, Integer> kinds = new TreeMap<>();

	HostileRequests(Shop shop, RandomGenerator random) {
		this.shop = shop;
		this.random = random;
	}

	/** How many of each kind were sent. */
	Map<String, Integer> kinds() {
		return this.kinds;
	}

	/** What is sent, and the statuses it may get; none named: any below 500. */
	private record Attack(String kind, URI listener, List<byte[]> parts, Set<Integer> statuses) {

		@Override
		public String toString() {
			String text = new String(this.parts.getFirst(), StandardCharsets.ISO_8859_1);
			return this.kind + ": " + text.substring(0, Math.min(text.length(), 600));
		}
	}

	/** Sends one; returns what is wrong with the answer, or nothing. */
	List<String> send() {
		List<String> faults = new ArrayList<>();
		Attack attack = draw();
		this.kinds.merge(attack.kind(), 1, Integer::sum);
		boolean compared = !attack.statuses().isEmpty() && this.random.nextInt(10) == 0;
		List<String> before = compared ? counts() : List.of();
		Answer answer = RawHttp.send(attack.listener(), attack.parts());
		boolean unanswered = answer.status() == 0 && attack.statuses().contains(0);
		if (!unanswered && (answer.status() == 0 || answer.status() >= 500 && !PROTOCOL.contains(answer.status())
				|| !attack.statuses().isEmpty() && !attack.statuses().contains(answer.status()))) {
			faults.add(answer.status() + " to " + attack + "\n    " + answer.text());
		}
		if (answer.status() >= 400 && !worded(answer)) {
			faults.add("no clear refusal of " + attack + "\n    " + answer.text());
		}
		if (compared && !before.equals(counts())) {
			faults.add("refused and changed all the same: " + attack);
		}
		return faults;
	}

	/**
	 * In the API's envelope, or as a problem where nobody can tell which API was meant.
	 */
	private static boolean worded(Answer answer) {
		return answer.body().has("code") && answer.body().has("message") || answer.body().has("title");
	}

	private List<String> counts() {
		return CREATED.stream()
			.map((collection) -> this.shop.get(ROOT + collection + "?per_page=1&_fields=id")
				.response()
				.headers()
				.firstValue("X-WP-Total")
				.orElse(""))
			.toList();
	}

	private Attack draw() {
		return switch (this.random.nextInt(13)) {
			case 0 -> tooLarge();
			case 1 -> wrongKey();
			case 2 -> wrongSignature();
			case 3 -> usedNonce();
			case 4 -> brokenJson();
			case 5 -> attack("content type",
					request("POST", one(CREATED),
							"Content-Type: " + one(List.of("text/plain", "application/xml", "multipart/form-data",
									"multipart/form-data; boundary=", "///;;;", "application/json; charset=utf-99",
									"application/x-www-form-urlencoded; charset=\"", "image/png", "a",
									"application/json, text/html")) + "\r\n",
							bytes(one(List.of("{}", "<a/>", "--x--", "a=b&c[=d", "\u0000\u0001", "[[[[", "%")))));
			case 6 -> attack("query", request("GET", one(COLLECTIONS) + "?" + garbage(), "", new byte[0]));
			case 7 -> attack("path", request("GET", one(COLLECTIONS) + "/"
					+ one(List.of("%00", "%ff", "%zz", "%2e%2e/x", "..%2f..", "%5c..%5c", ";a=b", "%F0%9F%98%80",
							"%u0041", "{id}", "<script>", "1%00", "-1", "1.5", "0x1", "1e3", "9".repeat(400),
							"%e2%80%ae", "a".repeat(3000), "1/1/1/1/1", "batch/batch", "\u00e9", "|", "[1]")),
					"", new byte[0]));
			case 8 -> attack("number", request("POST", one(CREATED), JSON, bytes(numbers())));
			case 9 -> attack("override", request("POST",
					one(CREATED)
							+ one(List.of("", "?_method=BREW", "?_method[]=GET", "?_method=%00", "?_method=trace")),
					JSON + "X-HTTP-Method-Override: "
							+ one(List.of("BREW", "TRACE", "", "get", "DELETE, GET", "\u00ff", "CONNECT")) + "\r\n",
					bytes("[]")));
			case 10 -> attack("method", request(one(List.of("TRACE", "BREW", "PROPFIND", "PATCH", "get", "OPTIONS",
					"PURGE", "A".repeat(200), "DELETE")), one(COLLECTIONS), "", new byte[0]));
			case 11 -> attack("header", request("GET", one(COLLECTIONS),
					one(List.of("X-A: " + "a".repeat(20_000), "X A: b", "X-A: \u0000", "Host: elsewhere",
							"Content-Length: -1", "Content-Length: x", "Transfer-Encoding: gzip", "Expect: tea",
							"traceparent: zz", "X-Request-Id: \u00ff\n", "Cookie: " + "a=b;".repeat(900),
							"Accept: ;;q=x", "Range: bytes=9-1", "If-Modified-Since: never", "Forwarded: for=\"",
							"Origin: ://", "Content-Encoding: br", "Upgrade: websocket\r\nConnection: upgrade",
							"X-HTTP-Method-Override: DELETE")) + "\r\n",
					new byte[0]));
			default -> halfSent();
		};
	}

	private Attack tooLarge() {
		String collection = one(CREATED);
		int kind = this.random.nextInt(10);
		if (kind > 0) {
			return new Attack("declared too large", this.shop.secure(),
					List.of(head("POST", collection,
							authorized() + JSON + "Content-Length: "
									+ one(List.of("8388609", "999999999", "9223372036854775807")) + "\r\n")),
					Set.of(413));
		}
		List<byte[]> parts = new ArrayList<>();
		parts.add(head("POST", collection, authorized() + JSON + "Transfer-Encoding: chunked\r\n"));
		byte[] chunk = new byte[1 << 20];
		Arrays.fill(chunk, (byte) ' ');
		for (int i = 0; i < 9; i++) {
			parts.add(bytes("100000\r\n"));
			parts.add(chunk);
			parts.add(bytes("\r\n"));
		}
		parts.add(bytes("0\r\n\r\n"));
		return new Attack("chunked too large", this.shop.secure(), parts, Set.of(413));
	}

	private Attack wrongKey() {
		String wrong = one(List.of(basic(Shop.KEY, "cs_wrong"), basic("ck_nobody", Shop.SECRET), basic("", ""),
				basic(Shop.KEY, ""), "Authorization: Basic !!!\r\n", "Authorization: Basic\r\n",
				"Authorization: Bearer x\r\n", "Authorization: \u00ff\r\n", "Authorization: Digest username=\"a\"\r\n",
				"", basic(Shop.KEY, Shop.SECRET + "\u0000"), basic("' or 1=1 --", "x")));
		boolean plain = this.random.nextInt(3) == 0;
		String credentials = plain && this.random.nextBoolean() ? authorized() : wrong;
		String query = this.random.nextInt(4) == 0
				? "?consumer_key=" + one(List.of(Shop.KEY, "ck_x", "%00", "")) + "&consumer_secret=cs_wrong" : "";
		return new Attack("wrong key", plain ? this.shop.plain() : this.shop.secure(),
				List.of(head("GET", one(COLLECTIONS) + query, credentials)), Set.of(401));
	}

	private Attack wrongSignature() {
		String collection = one(COLLECTIONS);
		String query = switch (this.random.nextInt(6)) {
			case 0 -> signed(collection, Shop.random()).replace("oauth_signature=", "oauth_signature=A");
			case 1 -> signed(collection, Shop.random()).replace(Shop.KEY, "ck_nobody");
			case 2 -> signed(collection, Shop.random()).replace("HMAC-SHA256", "HMAC-MD5");
			case 3 -> signed(collection, Shop.random()).replaceFirst("oauth_timestamp=\\d+", "oauth_timestamp=1");
			case 4 -> signed(collection, Shop.random()).replaceFirst("&oauth_nonce=\\w+", "");
			default -> signed("nothing", Shop.random());
		};
		return new Attack("wrong signature", this.shop.plain(), List.of(head("GET", collection + "?" + query, "")),
				Set.of(401));
	}

	private Attack usedNonce() {
		String collection = one(COLLECTIONS);
		byte[] request = head("GET", collection + "?" + signed(collection, Shop.random()), "");
		Answer first = RawHttp.send(this.shop.plain(), List.of(request));
		return new Attack("nonce used after " + first.status(), this.shop.plain(), List.of(request), Set.of(401));
	}

	private Attack brokenJson() {
		return new Attack("broken JSON", this.shop.secure(), List.of(request("POST", one(CREATED), JSON,
				one(List.of(bytes("{\"name\":"), bytes("{'name':1}"), bytes("[".repeat(5000)),
						bytes("{\"a\":".repeat(600)), bytes("{\"a\":\"\\ud800\"}"), bytes("{\"a\":\"\\u12\"}"),
						new byte[] { '"', (byte) 0xff, '"' }, bytes("\u0000"), bytes("{\"a\":1e999}"),
						bytes("{\"a\":-1e999999999}"), bytes("{\"a\":" + "9".repeat(5000) + "}"), bytes("{} {}"),
						bytes("undefined"), bytes("{\"a\":\"\u0001\"}"), "{}".getBytes(StandardCharsets.UTF_16))))),
				Set.of(400));
	}

	private Attack halfSent() {
		return new Attack(
				"half sent", this.shop.secure(), List.of(
						head("POST", one(CREATED),
								authorized() + JSON
										+ one(List.of("Content-Length: 500\r\n", "Transfer-Encoding: chunked\r\n"))),
						bytes(one(List.of("{\"name\":\"half", "zz\r\n", "ffffffffff\r\n{", "5\r\n{}\r\n")))),
				Set.of(0, 400));
	}

	private String garbage() {
		List<String> parts = new ArrayList<>();
		for (int i = this.random.nextInt(1, 6); i > 0; i--) {
			parts.add(one(List.of("%", "%zz=1", "=", "&&&", "a[b=1", "[]=1", "per_page=1&per_page=x", "page[]=1",
					"include[]=1&include=2", "a" + "[b]".repeat(2000) + "=1", "_fields=" + "id,".repeat(500),
					"search=%00", "search=%ff%fe", "search=%f0%9f%98%80", "search='%22\\", "orderby=;drop",
					"_fields[]=id", "_embed", "_jsonp=a", "_envelope=1", "context=x", "order=&orderby=",
					"after=9999999999-01-01", "include=" + "1,".repeat(1500) + "1", "exclude[]=-1", "per_page=1e3",
					"offset=-0", "?a=b", "|{}^`<>", "consumer_key=x", "oauth_nonce=1", "min_price=NaN",
					"meta_key[x][y]=z", "search=" + "a".repeat(3000))));
		}
		return String.join("&", parts);
	}

	private String numbers() {
		String number = one(List.of("1e308", "-1e308", "1e-400", "0.1e-300", "9".repeat(300), "-" + "9".repeat(19),
				"1.".concat("0".repeat(900)), "123456789012345678901234567890.123456789", "-0", "2147483648",
				"9223372036854775808", "1E+2"));
		return one(List.of("{\"menu_order\":N,\"stock_quantity\":N,\"manage_stock\":true}",
				"{\"meta_data\":[{\"key\":\"a\",\"value\":N}]}",
				"{\"line_items\":[{\"product_id\":N,\"quantity\":N,\"total\":N}]}",
				"{\"fee_lines\":[{\"name\":\"a\",\"total\":\"N\"}]}",
				"{\"code\":\"cN\",\"amount\":\"N\",\"usage_limit\":N}", "{\"rate\":\"N\",\"priority\":N}",
				"{\"regular_price\":\"N\",\"weight\":\"N\"}", "{\"customer_id\":N,\"parent_id\":N}",
				"{\"email\":\"N@example.com\",\"password\":N}", "[N,N]"))
			.replace("N", number);
	}

	private String signed(String collection, String nonce) {
		String parameters = "oauth_consumer_key=" + Shop.KEY + "&oauth_nonce=" + nonce
				+ "&oauth_signature_method=HMAC-SHA256&oauth_timestamp=" + System.currentTimeMillis() / 1000;
		String base = "GET&" + encoded(this.shop.plain() + ROOT + collection) + "&" + encoded(parameters);
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(bytes(Shop.SECRET + "&"), "HmacSHA256"));
			return parameters + "&oauth_signature="
					+ encoded(Base64.getEncoder().encodeToString(mac.doFinal(bytes(base))));
		}
		catch (java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Attack attack(String kind, byte[] request) {
		return new Attack(kind, this.shop.secure(), List.of(request), Set.of());
	}

	private byte[] request(String method, String path, String headers, byte[] body) {
		byte[] head = head(method, path,
				authorized() + headers + ((body.length > 0) ? "Content-Length: " + body.length + "\r\n" : ""));
		byte[] request = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, request, head.length, body.length);
		return request;
	}

	private byte[] head(String method, String path, String headers) {
		return (method + " " + ROOT + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String authorized() {
		return basic(Shop.KEY, Shop.SECRET);
	}

	private static String basic(String key, String secret) {
		return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes(key + ":" + secret)) + "\r\n";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private <T> T one(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
