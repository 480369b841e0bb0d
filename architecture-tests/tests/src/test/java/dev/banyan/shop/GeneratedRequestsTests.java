package dev.banyan.shop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import dev.banyan.shop.DeclaredSurface.Drawn;
import dev.banyan.shop.Shop.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent to any declared endpoint: a clear answer, never a failure of the
 * shop's own, and a request that is refused changes nothing. How many requests and from
 * which seed: {@code -Dbanyan.generated.requests=100000 -Dbanyan.generated.seed=7}.
 */
@Tag("shop")
class GeneratedRequestsTests {

	private static final int REQUESTS = Integer.getInteger("banyan.generated.requests", 2_000);

	private static final long SEED = Long.getLong("banyan.generated.seed", 20261121);

	/** Refusals for which a real shop, too, answers a status from 500 on. */
	private static final Set<String> REFUSED_AS_FAILURE = Set.of("woocommerce_rest_trash_not_supported",
			"rest_trash_not_supported", "woocommerce_rest_cannot_delete", "woocommerce_rest_invalid_order_id",
			"woocommerce_rest_cannot_create_order_refund", "woocommerce_rest_shipping_zone_not_created");

	/** Refusals that are compared with what was there before: one of so many. */
	private static final int COMPARED = 4;

	/** Requests that no honest client sends: one of so many. */
	private static final int HOSTILE = 5;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	@Test
	void areAllAnsweredAndRefusedOnesChangeNothing() throws Exception {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
		try (Shop shop = Shop.start(Database.h2(this.folder), false, this.folder)) {
			Map<String, List<Long>> known = Furnishing.of(shop);
			DeclaredSurface surface = new DeclaredSurface(shop.get("/wp-json/wc/v3").body(), random, known);
			assertThat(surface.endpoints()).hasSizeGreaterThan(100);
			List<String> failures = new ArrayList<>();
			HostileRequests hostile = new HostileRequests(shop, random);
			Map<Integer, Integer> statuses = new TreeMap<>();
			for (int i = 0; i < REQUESTS; i++) {
				if (i % 500 == 499) {
					known.putAll(Furnishing.of(shop));
				}
				if (random.nextInt(HOSTILE) == 0) {
					failures.addAll(hostile.send());
					continue;
				}
				Drawn drawn = surface.draw();
				boolean compared = drawn.writes() && random.nextInt(COMPARED) == 0;
				Optional<JsonNode> before = compared ? state(shop, drawn) : Optional.empty();
				Reply reply = shop.send(drawn);
				statuses.merge(reply.status(), 1, Integer::sum);
				fault(reply).ifPresent((fault) -> failures.add(fault + ": " + drawn));
				if (reply.status() >= 400 && before.isPresent() && !before.equals(state(shop, drawn))) {
					failures.add(reply.status() + " and changed all the same: " + drawn + "\n    before " + before.get()
							+ "\n    after  " + state(shop, drawn).orElse(null));
				}
			}
			System.out.println("Generated requests: " + REQUESTS + " with seed " + SEED + ", answers " + statuses
					+ ", hostile ones " + hostile.kinds());
			assertThat(failures).isEmpty();
			assertThat(hostile.kinds()).hasSizeGreaterThan(10);
			assertThat(statuses.keySet()).as("the generator reaches success and refusal").contains(200, 201, 400, 404);
		}
	}

	private static Optional<String> fault(Reply reply) {
		if (reply.status() == 0) {
			return Optional.of("no answer");
		}
		String code = reply.body().path("code").asString("");
		if (reply.status() >= 500 && !REFUSED_AS_FAILURE.contains(code)) {
			return Optional.of(reply.status() + " " + reply.response().body());
		}
		if (reply.body().isMissingNode() && !reply.response().body().matches("null|true|false|\"[\\s\\S]*\"|[\\d.]*")) {
			return Optional.of(reply.status() + " without JSON");
		}
		if (reply.status() >= 400 && (code.isEmpty() || !reply.body().has("message"))) {
			return Optional.of(reply.status() + " without code or message " + reply.response().body());
		}
		return failedItem(reply.body());
	}

	/** A batch answers 200 with an error in an item's place. */
	private static Optional<String> failedItem(JsonNode body) {
		for (String part : List.of("create", "update", "delete")) {
			for (JsonNode item : body.path(part)) {
				int status = item.at("/error/data/status").asInt(0);
				if (status >= 500 && !REFUSED_AS_FAILURE.contains(item.at("/error/code").asString())) {
					return Optional.of("an item answered " + item);
				}
			}
		}
		return Optional.empty();
	}

	/** The resource, or how many there are of it; nothing if it cannot be read. */
	private static Optional<JsonNode> state(Shop shop, Drawn drawn) {
		if (drawn.path().endsWith("/batch") || drawn.path().contains("/system_status")) {
			return Optional.empty();
		}
		Reply reply = shop.get(drawn.path() + "?per_page=100&orderby=id&order=desc");
		if (reply.status() == 400) {
			reply = shop.get(drawn.path());
		}
		return (reply.status() == 200) ? Optional.of(reply.body()) : Optional.empty();
	}

}
