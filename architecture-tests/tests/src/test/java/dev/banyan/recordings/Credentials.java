package dev.banyan.recordings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a recorded request says who sends it: the part before the colon is the form, the
 * part after it a variant.
 */
record Credentials(String recorded) {

	private static final String ZEROS = "0".repeat(39);

	private static final Pair READ_WRITE = new Pair("ck_" + ZEROS + "1", "cs_" + ZEROS + "1");

	private static final Map<String, Pair> PAIRS = Map.of("rw", READ_WRITE, "read",
			new Pair("ck_" + ZEROS + "2", "cs_" + ZEROS + "2"), "write",
			new Pair("ck_" + ZEROS + "3", "cs_" + ZEROS + "3"), "badsecret", new Pair(READ_WRITE.key(), "cs_wrong"),
			"badkey", new Pair("ck_" + "9".repeat(40), READ_WRITE.secret()), "admin", new Pair("admin", "password"));

	/** Consumer key and secret. */
	record Pair(String key, String secret) {
	}

	static Pair pair(String name) {
		return PAIRS.get(name);
	}

	boolean overPlainHttp() {
		return this.recorded.startsWith("oauth") || this.recorded.startsWith("plain");
	}

	void addTo(String method, String url, List<Map.Entry<String, String>> query, Map<String, String> headers) {
		String variant = this.recorded.substring(this.recorded.indexOf(':') + 1);
		switch (this.recorded.split(":")[0]) {
			case "none" -> {
			}
			case "garbage" -> headers.put("Authorization", "Basic !!!notbase64");
			case "bearer" -> headers.put("Authorization", "Bearer abc.def.ghi");
			case "query" -> addTo(query, READ_WRITE);
			case "query-badsecret" -> addTo(query, new Pair(READ_WRITE.key(), "cs_wrong"));
			case "query-badkey" -> addTo(query, new Pair("ck_nope", "cs_wrong"));
			case "oauth" -> sign(variant, method, url, query, headers);
			default -> headers.put("Authorization", basic(PAIRS.get(variant)));
		}
	}

	private static void addTo(List<Map.Entry<String, String>> query, Pair pair) {
		query.add(Map.entry("consumer_key", pair.key()));
		query.add(Map.entry("consumer_secret", pair.secret()));
	}

	private static String basic(Pair pair) {
		return "Basic " + Base64.getEncoder()
			.encodeToString((pair.key() + ":" + pair.secret()).getBytes(StandardCharsets.UTF_8));
	}

	private static void sign(String variant, String method, String url, List<Map.Entry<String, String>> query,
			Map<String, String> headers) {
		boolean sha1 = variant.equals("sha1");
		long time = Instant.now().getEpochSecond() - (variant.equals("oldtime") ? 90_000 : 0);
		List<Map.Entry<String, String>> signing = new ArrayList<>();
		signing.add(Map.entry("oauth_consumer_key", READ_WRITE.key()));
		signing.add(Map.entry("oauth_timestamp", String.valueOf(time)));
		signing.add(Map.entry("oauth_nonce",
				variant.equals("nonce") ? "fixednonce123" : UUID.randomUUID().toString().replace("-", "")));
		signing.add(Map.entry("oauth_signature_method", sha1 ? "HMAC-SHA1" : "HMAC-SHA256"));
		List<Map.Entry<String, String>> all = new ArrayList<>(query);
		all.addAll(signing);
		String parameters = all.stream()
			.sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
			.map((parameter) -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
			.collect(Collectors.joining("&"));
		String signature = hmac(sha1 ? "HmacSHA1" : "HmacSHA256",
				String.join("&", method, encoded(url), encoded(parameters)));
		signing
			.add(Map.entry("oauth_signature", variant.equals("badsig") ? "AAAA" + signature.substring(4) : signature));
		if (variant.equals("missing")) {
			signing.removeIf((parameter) -> parameter.getKey().equals("oauth_nonce"));
		}
		if (variant.equals("header")) {
			headers.put("Authorization",
					"OAuth " + signing.stream()
						.map((parameter) -> parameter.getKey() + "=\"" + encoded(parameter.getValue()) + "\"")
						.collect(Collectors.joining(", ")));
		}
		else {
			query.addAll(signing);
		}
	}

	private static String hmac(String algorithm, String text) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec((READ_WRITE.secret() + "&").getBytes(StandardCharsets.UTF_8), algorithm));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%7E", "~");
	}

}
