package dev.banyan.shop;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.CallerTokens;
import dev.banyan.runtime.caller.Permissions;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * One home of capabilities without a gateway: the jar that a user starts, with an empty
 * store.
 */
final class Home implements AutoCloseable {

	private static final URI PUBLIC = URI.create("http://localhost");

	private final Path jar;

	private final int port = Shop.freePort();

	private final CallerTokens tokens;

	private final ShopProcess process;

	private Home(String module, String artifact, Path folder, List<String> options) throws IOException {
		this.jar = Shop.jar(module, artifact);
		String secret = Shop.random();
		this.tokens = new CallerTokens(secret.getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
		List<String> all = new ArrayList<>(options);
		all.add("--banyan.token.secret-file=" + Files.writeString(folder.resolve("token"), secret));
		this.process = Shop.process(artifact, module, artifact, this.port, Shop.freePort(), all, folder);
	}

	static Home start(String module, String artifact, Path folder, List<String> options) throws IOException {
		Home home = new Home(module, artifact, folder, options);
		home.process.start();
		home.process.awaitReady();
		return home;
	}

	int port() {
		return this.port;
	}

	/** As {@code ./banyan} names the build to the process. */
	String build() throws IOException {
		try {
			byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(this.jar));
			return HexFormat.of().formatHex(sum).substring(0, 12);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the gateway would add to a request of a consumer who may do everything. */
	String callerToken() {
		return this.tokens.sign(Caller.key("1", Permissions.READ_WRITE, PUBLIC));
	}

	String post(String path, String key, String body) {
		return RestClient.create("http://127.0.0.1:" + this.port)
			.post()
			.uri(path)
			.header(CallerTokens.HEADER, callerToken())
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.body(String.class);
	}

	@Override
	public void close() {
		this.process.stop();
	}

}
