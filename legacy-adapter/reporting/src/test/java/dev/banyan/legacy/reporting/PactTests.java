package dev.banyan.legacy.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.Review;
import dev.banyan.catalog.Reviews;
import dev.banyan.customers.Address;
import dev.banyan.customers.Customer;
import dev.banyan.customers.Customers;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Orders;
import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.Coupons;
import dev.banyan.promotions.DiscountType;
import dev.banyan.settings.Settings;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the face of reporting needs of other modules than its own: counts.
 */
class PactTests {

	/** Stands for a number that the provider chooses. */
	private static final long CHOSEN = 4711;

	@Test
	void catalog() {
		ConsumerPact.between("legacy-reporting", "catalog")
			.on("products by type")
			.given("a product", Products.class, (products) -> products.add(ProductContent.blank(ProductType.SIMPLE)))
			.asks(Products.class, Products::countByType, "{\"SIMPLE\": 2}",
					(counts) -> assertThat(counts).containsEntry(ProductType.SIMPLE, 2L))
			.on("reviews by rating")
			.given("a product", Products.class, (products) -> products.add(ProductContent.blank(ProductType.SIMPLE)),
					"product", CHOSEN)
			.given("it has a review", Reviews.class,
					(reviews) -> reviews.save(new Review(0, CHOSEN, Review.Status.APPROVED, "Ada", "ada@example.com",
							"Good", 5, false, Instant.EPOCH)))
			.asks(Reviews.class, Reviews::countByRating, "{\"5\": 1}",
					(counts) -> assertThat(counts).containsEntry(5, 1L))
			.write();
	}

	@Test
	void customers() {
		Instant from = Instant.parse("1970-01-01T00:00:00Z");
		Instant to = Instant.parse("2100-01-01T00:00:00Z");
		String email = "counted@example.com";
		Customer customer = new Customer(0, email, email, "", "", "customer", Address.EMPTY, Address.EMPTY,
				Instant.EPOCH, null, false, List.of());
		ConsumerPact.between("legacy-reporting", "customers")
			.on("how many have paid")
			.asks(Customers.class, (customers) -> customers.count(true), "4", (count) -> assertThat(count).isEqualTo(4))
			.on("when customers were registered")
			.given("a customer", Customers.class, (customers) -> customers.register(customer, "secret"))
			.each()
			.asks(Customers.class, (customers) -> customers.registrations(from, to), "[\"2026-11-20T10:00:00Z\"]",
					(registrations) -> assertThat(registrations).containsExactly(Instant.parse("2026-11-20T10:00:00Z")))
			.write();
	}

	@Test
	void ordering() {
		ConsumerPact.between("legacy-reporting", "ordering")
			.on("orders by status")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)))
			.asks(Orders.class, Orders::countByStatus, "{\"PROCESSING\": 3}",
					(counts) -> assertThat(counts).containsEntry(OrderStatus.PROCESSING, 3L))
			.write();
	}

	@Test
	void promotions() {
		Coupon coupon = new Coupon(0, "counted", "publish", DiscountType.PERCENT, BigDecimal.TEN, "", Instant.EPOCH,
				Instant.EPOCH, null, 0, 0, 0, 0, false, List.of(), List.of(), List.of(), List.of(), false, false,
				BigDecimal.ZERO, BigDecimal.ZERO, List.of(), List.of(), List.of());
		ConsumerPact.between("legacy-reporting", "promotions")
			.on("coupons by type")
			.given("a coupon", Coupons.class, (coupons) -> coupons.add(coupon))
			.asks(Coupons.class, Coupons::countByType, "{\"PERCENT\": 2}",
					(counts) -> assertThat(counts).containsEntry(DiscountType.PERCENT, 2L))
			.write();
	}

	@Test
	void settings() {
		ConsumerPact.between("legacy-reporting", "settings")
			.on("how many decimals money has")
			.asks(Settings.class, Settings::current, "{\"decimals\": 2}",
					(shop) -> assertThat(shop.decimals()).isEqualTo(2))
			.write();
	}

}
