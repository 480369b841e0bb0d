package dev.banyan.shop;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import dev.banyan.shop.Shop.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens to orders, their sums agree to the last decimal, refunds stay within
 * the order, and stock and coupons show what the orders say. How many orders and from
 * which seed: {@code -Dbanyan.generated.orders=2000 -Dbanyan.generated.seed=7}.
 */
@Tag("shop")
class GeneratedOrdersTests {

	private static final int ORDERS = Integer.getInteger("banyan.generated.orders", 25);

	private static final long SEED = Long.getLong("banyan.generated.seed", 20261121);

	private static final int IN_STOCK = 100_000;

	private static final String API = "/wp-json/wc/v3/";

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	@Test
	void keepTheirSumsInEveryPrecisionWithPricesBeforeAndWithTaxes() throws Exception {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
		try (Shop shop = Shop.startGuarded(Database.h2(this.folder), false, this.folder)) {
			setting(shop, "general/woocommerce_calc_taxes", "yes");
			furnish(shop);
			List<Long> all = new ArrayList<>();
			for (String pricesIncludeTaxes : List.of("no", "yes")) {
				setting(shop, "tax/woocommerce_prices_include_tax", pricesIncludeTaxes);
				for (int decimals : List.of(2, 0, 3)) {
					setting(shop, "general/woocommerce_price_num_decimals", String.valueOf(decimals));
					Amounts amounts = new Amounts(random, decimals);
					List<Long> products = products(shop, amounts);
					all.addAll(products);
					for (int i = 0; i < ORDERS; i++) {
						live(shop, amounts, products);
					}
				}
			}
			assertStockAndCouponsShowWhatOrdersSay(shop, all);
		}
	}

	private static void furnish(Shop shop) {
		created(shop.post(API + "taxes", """
				{"country": "US", "rate": "8.25", "name": "State", "priority": 1, "shipping": true}"""));
		created(shop.post(API + "taxes",
				"""
						{"country": "US", "state": "CA", "rate": "1.375", "name": "County", "priority": 2, "compound": true}"""));
		created(shop.post(API + "taxes",
				"{\"country\": \"US\", \"rate\": \"3\", \"name\": \"Low\", \"class\": \"reduced-rate\"}"));
		created(shop.post(API + "coupons", "{\"code\": \"part\", \"discount_type\": \"percent\", \"amount\": \"15\"}"));
		created(shop.post(API + "coupons",
				"{\"code\": \"fixed\", \"discount_type\": \"fixed_cart\", \"amount\": \"7.77\"}"));
		created(shop.post(API + "coupons",
				"{\"code\": \"each\", \"discount_type\": \"fixed_product\", \"amount\": \"1.50\"}"));
	}

	private static List<Long> products(Shop shop, Amounts amounts) {
		List<Long> products = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			products.add(created(shop.post(API + "products",
					"""
							{"name": "P", "regular_price": "%s", "manage_stock": true, "stock_quantity": %d, "tax_class": "%s"}"""
						.formatted(amounts.upTo(120), IN_STOCK, (i == 0) ? "reduced-rate" : ""))));
		}
		return products;
	}

	/** Amounts in the precision of a currency. */
	private record Amounts(RandomGenerator random, int decimals) {

		String upTo(int most) {
			return BigDecimal
				.valueOf(this.random.nextLong(most * BigDecimal.TEN.pow(this.decimals).longValue()), this.decimals)
				.toPlainString();
		}

		boolean once(int in) {
			return this.random.nextInt(in) == 0;
		}

		int below(int bound) {
			return this.random.nextInt(bound);
		}

	}

	/** One order from its beginning, step by step. */
	private static void live(Shop shop, Amounts amounts, List<Long> products) {
		String address = amounts.once(2) ? "\"billing\": {\"country\": \"US\", \"state\": \"CA\"}," : "";
		Reply reply = shop.post(API + "orders",
				"""
						{"status": "pending", %s "line_items": [%s], "shipping_lines": [%s], "fee_lines": [%s], "coupon_lines": [%s]}"""
					.formatted(address, line(amounts, products), amounts.once(2) ? shipping(amounts) : "",
							amounts.once(3) ? fee(amounts) : "", amounts.once(3) ? coupon(amounts) : ""));
		long order = created(reply);
		assertSums(reply.body(), amounts.decimals());
		for (int step = amounts.below(5); step > 0; step--) {
			reply = shop.put(API + "orders/" + order, change(amounts, products, reply.body()));
			assertThat(reply.status()).as("%s", reply.body()).isIn(200, 400);
			reply = (reply.status() == 200) ? reply : shop.get(API + "orders/" + order);
			assertSums(reply.body(), amounts.decimals());
		}
		for (int step = amounts.below(4); step > 0; step--) {
			String status = List.of("processing", "completed", "on-hold", "cancelled", "pending").get(amounts.below(5));
			reply = shop.put(API + "orders/" + order, "{\"status\": \"" + status + "\"}");
			assertThat(reply.status()).isEqualTo(200);
			assertSums(reply.body(), amounts.decimals());
		}
		if (List.of("processing", "completed").contains(reply.body().get("status").asString())) {
			refund(shop, amounts, reply.body());
		}
		if (amounts.once(10)) {
			assertThat(shop.put(API + "orders/" + order, "{\"status\": \"cancelled\"}").status()).isEqualTo(200);
		}
	}

	private static String line(Amounts amounts, List<Long> products) {
		long product = products.get(amounts.below(products.size()));
		return switch (amounts.below(4)) {
			case 0 -> "{\"product_id\": %d, \"quantity\": %d, \"subtotal\": \"%s\", \"total\": \"%s\"}"
				.formatted(product, 1 + amounts.below(5), amounts.upTo(50), amounts.upTo(20));
			default -> "{\"product_id\": %d, \"quantity\": %d}".formatted(product, 1 + amounts.below(7));
		};
	}

	private static String shipping(Amounts amounts) {
		return "{\"method_id\": \"flat_rate\", \"method_title\": \"Flat\", \"total\": \"%s\"}"
			.formatted(amounts.upTo(15));
	}

	private static String fee(Amounts amounts) {
		return "{\"name\": \"Fee\", \"total\": \"%s%s\", \"tax_status\": \"%s\"}".formatted(amounts.once(2) ? "-" : "",
				amounts.upTo(12), amounts.once(2) ? "taxable" : "none");
	}

	private static String coupon(Amounts amounts) {
		return "{\"code\": \"%s\"}".formatted(List.of("part", "fixed", "each").get(amounts.below(3)));
	}

	private static String change(Amounts amounts, List<Long> products, JsonNode order) {
		JsonNode line = order.at("/line_items/0");
		return switch (amounts.below(line.isMissingNode() ? 4 : 7)) {
			case 0 -> "{\"line_items\": [%s]}".formatted(line(amounts, products));
			case 1 -> "{\"fee_lines\": [%s]}".formatted(fee(amounts));
			case 2 -> "{\"shipping_lines\": [%s]}".formatted(shipping(amounts));
			case 3 -> "{\"coupon_lines\": [%s]}".formatted(amounts.once(3) ? "" : coupon(amounts));
			case 4 -> "{\"line_items\": [{\"id\": %d, \"quantity\": %d}]}".formatted(line.get("id").asLong(),
					amounts.below(4));
			case 5 -> "{\"line_items\": [{\"id\": %d, \"total\": \"%s\"}]}".formatted(line.get("id").asLong(),
					amounts.upTo(30));
			default ->
				"{\"billing\": {\"country\": \"US\", \"state\": \"%s\"}}".formatted(amounts.once(2) ? "CA" : "NY");
		};
	}

	/** Pieces and money go back; what is too much is refused. */
	private static void refund(Shop shop, Amounts amounts, JsonNode order) {
		String path = API + "orders/" + order.get("id").asLong() + "/refunds";
		BigDecimal total = decimal(order, "total");
		BigDecimal refunded = BigDecimal.ZERO;
		for (JsonNode line : order.get("line_items")) {
			if (amounts.once(2)) {
				int quantity = 1 + amounts.below(line.get("quantity").asInt());
				Reply reply = shop.post(path,
						"""
								{"api_refund": false, "amount": "%s", "line_items": [{"id": %d, "quantity": %d, "refund_total": %s}]}"""
							.formatted(line.get("total").asString(), line.get("id").asLong(), quantity,
									line.get("total").asString()));
				BigDecimal amount = decimal(line, "total");
				if (reply.status() == 201) {
					refunded = refunded.add(amount);
				}
				else {
					assertThat(amount.signum() == 0 || refunded.add(amount).compareTo(total) > 0)
						.as("refused to refund %s of %s after %s: %s", amount, total, refunded, reply.body())
						.isTrue();
				}
			}
		}
		Reply tooMuch = shop.post(path, "{\"api_refund\": false, \"amount\": \"%s\"}"
			.formatted(total.subtract(refunded).add(BigDecimal.ONE).toPlainString()));
		assertThat(tooMuch.status()).as("%s", tooMuch.body()).isNotEqualTo(201);
		BigDecimal shown = BigDecimal.ZERO;
		for (JsonNode refund : shop.get(API + "orders/" + order.get("id").asLong()).body().get("refunds")) {
			shown = shown.subtract(new BigDecimal(refund.get("total").asString()));
		}
		assertThat(shown).isEqualByComparingTo(refunded).isLessThanOrEqualTo(total.max(BigDecimal.ZERO));
	}

	private static void assertSums(JsonNode order, int decimals) {
		assertThat(decimal(order, "total").scale()).as("decimals of %s", order).isEqualTo(decimals);
		BigDecimal goods = sum(order, "line_items", "total");
		BigDecimal goodsTax = sum(order, "line_items", "total_tax").add(sum(order, "fee_lines", "total_tax"));
		BigDecimal shippingTax = sum(order, "shipping_lines", "total_tax");
		BigDecimal total = goods.add(sum(order, "fee_lines", "total"))
			.add(sum(order, "shipping_lines", "total"))
			.add(decimal(order, "total_tax"));
		assertThat(decimal(order, "discount_total")).as("discount of %s", order)
			.isEqualByComparingTo(sum(order, "line_items", "subtotal").subtract(goods));
		assertThat(decimal(order, "shipping_total")).as("shipping of %s", order)
			.isEqualByComparingTo(sum(order, "shipping_lines", "total"));
		assertThat(decimal(order, "shipping_tax")).as("shipping tax of %s", order).isEqualByComparingTo(shippingTax);
		assertThat(decimal(order, "cart_tax")).as("cart tax of %s", order).isEqualByComparingTo(goodsTax);
		assertThat(decimal(order, "total_tax")).as("taxes of %s", order)
			.isEqualByComparingTo(goodsTax.add(shippingTax));
		assertThat(sum(order, "tax_lines", "tax_total")).as("taxes by rate of %s", order)
			.isEqualByComparingTo(goodsTax);
		assertThat(sum(order, "tax_lines", "shipping_tax_total")).as("shipping taxes by rate of %s", order)
			.isEqualByComparingTo(shippingTax);
		assertThat(decimal(order, "total")).as("total of %s", order).isEqualByComparingTo(total);
	}

	private static void assertStockAndCouponsShowWhatOrdersSay(Shop shop, List<Long> products) {
		Map<Long, Integer> taken = new HashMap<>();
		Map<String, Integer> uses = new HashMap<>();
		for (int page = 1;; page++) {
			JsonNode orders = shop.get(API + "orders?per_page=100&page=" + page).body();
			if (orders.isEmpty()) {
				break;
			}
			for (JsonNode order : orders) {
				String status = order.get("status").asString();
				if (List.of("processing", "completed", "on-hold", "refunded").contains(status)) {
					order.get("line_items")
						.forEach((line) -> taken.merge(line.get("product_id").asLong(), line.get("quantity").asInt(),
								Integer::sum));
					for (JsonNode refund : shop.get(API + "orders/" + order.get("id").asLong() + "/refunds").body()) {
						refund.get("line_items")
							.forEach((line) -> taken.merge(line.get("product_id").asLong(),
									line.get("quantity").asInt(), Integer::sum));
					}
				}
				if (!List.of("cancelled", "failed").contains(status)) {
					order.get("coupon_lines")
						.forEach((line) -> uses.merge(line.get("code").asString(), 1, Integer::sum));
				}
			}
		}
		assertThat(taken).as("the generator takes stock").isNotEmpty();
		for (long product : products) {
			assertThat(shop.get(API + "products/" + product).body().get("stock_quantity").asInt())
				.as("stock of product %d", product)
				.isEqualTo(IN_STOCK - taken.getOrDefault(product, 0));
		}
		for (JsonNode coupon : shop.get(API + "coupons").body()) {
			assertThat(coupon.get("usage_count").asInt()).as("uses of %s", coupon.get("code"))
				.isEqualTo(uses.getOrDefault(coupon.get("code").asString(), 0));
		}
	}

	private static BigDecimal sum(JsonNode order, String lines, String field) {
		BigDecimal sum = BigDecimal.ZERO;
		for (JsonNode line : order.get(lines)) {
			sum = sum.add(decimal(line, field));
		}
		return sum;
	}

	private static BigDecimal decimal(JsonNode node, String field) {
		return new BigDecimal(node.get(field).asString());
	}

	private static void setting(Shop shop, String path, String value) {
		Reply reply = shop.put(API + "settings/" + path, "{\"value\": \"" + value + "\"}");
		assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
	}

	private static long created(Reply reply) {
		assertThat(reply.status()).as("%s", reply.body()).isEqualTo(201);
		return reply.body().get("id").asLong();
	}

}
