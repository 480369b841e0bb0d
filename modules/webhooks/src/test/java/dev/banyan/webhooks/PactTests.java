package dev.banyan.webhooks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.banyan.catalog.ProductAdded;
import dev.banyan.catalog.ProductChanged;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductRemoved;
import dev.banyan.catalog.ProductRestored;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.customers.Address;
import dev.banyan.customers.Customer;
import dev.banyan.customers.CustomerChanged;
import dev.banyan.customers.CustomerRegistered;
import dev.banyan.customers.CustomerRemoved;
import dev.banyan.customers.Customers;
import dev.banyan.ordering.OrderChanged;
import dev.banyan.ordering.OrderDraft;
import dev.banyan.ordering.OrderPlaced;
import dev.banyan.ordering.OrderRemoved;
import dev.banyan.ordering.OrderStatus;
import dev.banyan.ordering.Orders;
import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.CouponAdded;
import dev.banyan.promotions.CouponChanged;
import dev.banyan.promotions.CouponRemoved;
import dev.banyan.promotions.Coupons;
import dev.banyan.promotions.DiscountType;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What webhooks needs of others: to hear of changes, and of which thing.
 */
class PactTests {

	/** Stands for a number that the provider chooses. */
	private static final long CHOSEN = 4711;

	private static final String EVENT = """
			"eventId": "0b4e2c1e-6f0a-4a53-9d55-3c8f5a0f7c11", "occurredAt": "2026-11-20T10:00:00.123456Z",""";

	private static final String OF_PRODUCT = "{" + EVENT + "\"productId\": 4711, \"parentId\": 0}";

	private static final String OF_CUSTOMER = "{" + EVENT + "\"customerId\": 4711}";

	@Test
	void catalog() {
		ConsumerPact.between("webhooks", "catalog")
			.on("a product was added")
			.given("a product", Products.class, (products) -> products.add(product("Added")), "product", CHOSEN)
			.hears(ProductAdded.class, OF_PRODUCT, (event) -> assertThat(event.productId()).isEqualTo(CHOSEN))
			.on("a product was changed")
			.given("a product", Products.class, (products) -> products.add(product("Before")), "product", CHOSEN)
			.given("it is changed", Products.class, (products) -> products.change(CHOSEN, 1, product("After")))
			.hears(ProductChanged.class, OF_PRODUCT, (event) -> assertThat(event.productId()).isEqualTo(CHOSEN))
			.on("a product was restored")
			.given("a product", Products.class, (products) -> products.add(product("Trashed")), "product", CHOSEN)
			.given("it is in the trash", Products.class, (products) -> products.trash(CHOSEN))
			.given("it is taken out", Products.class, (products) -> products.change(CHOSEN, 2, product("Restored")))
			.hears(ProductRestored.class, OF_PRODUCT, (event) -> assertThat(event.productId()).isEqualTo(CHOSEN))
			.on("a product was removed")
			.given("a product", Products.class, (products) -> products.add(product("Removed")), "product", CHOSEN)
			.given("it is deleted", Products.class, (products) -> products.delete(CHOSEN))
			.hears(ProductRemoved.class, OF_PRODUCT, (event) -> assertThat(event.productId()).isEqualTo(CHOSEN))
			.write();
	}

	@Test
	void customers() {
		ConsumerPact.between("webhooks", "customers")
			.on("a customer was registered")
			.given("a customer", Customers.class,
					(customers) -> customers.register(customer(0, "registered"), "secret"), "customer", CHOSEN)
			.hears(CustomerRegistered.class, OF_CUSTOMER, (event) -> assertThat(event.customerId()).isEqualTo(CHOSEN))
			.on("a customer was changed")
			.given("a customer", Customers.class, (customers) -> customers.register(customer(0, "changed"), "secret"),
					"customer", CHOSEN)
			.given("the address is another", Customers.class,
					(customers) -> customers.replace(customer(CHOSEN, "changed-again"), null))
			.hears(CustomerChanged.class, OF_CUSTOMER, (event) -> assertThat(event.customerId()).isEqualTo(CHOSEN))
			.on("a customer was removed")
			.given("a customer", Customers.class, (customers) -> customers.register(customer(0, "removed"), "secret"),
					"customer", CHOSEN)
			.given("the account is removed", Customers.class, (customers) -> customers.remove(CHOSEN))
			.hears(CustomerRemoved.class, OF_CUSTOMER, (event) -> assertThat(event.customerId()).isEqualTo(CHOSEN))
			.write();
	}

	@Test
	void promotions() {
		ConsumerPact.between("webhooks", "promotions")
			.on("a coupon was added")
			.given("a coupon", Coupons.class, (coupons) -> coupons.add(coupon(0, "heard-added", "publish")), "coupon",
					CHOSEN)
			.hears(CouponAdded.class, "{" + EVENT + "\"couponId\": 4711}",
					(event) -> assertThat(event.couponId()).isEqualTo(CHOSEN))
			.on("a coupon went to the trash")
			.given("a coupon", Coupons.class, (coupons) -> coupons.add(coupon(0, "heard-trashed", "publish")), "coupon",
					CHOSEN)
			.given("it is in the trash", Coupons.class,
					(coupons) -> coupons.replace(coupon(CHOSEN, "heard-trashed", "trash")))
			.exactly("before", "status")
			.hears(CouponChanged.class,
					"{" + EVENT + "\"couponId\": 4711, \"before\": \"publish\", \"status\": \"trash\"}",
					(event) -> assertThat(event.status()).isEqualTo("trash"))
			.on("a coupon was removed")
			.given("a coupon", Coupons.class, (coupons) -> coupons.add(coupon(0, "heard-removed", "publish")), "coupon",
					CHOSEN)
			.given("it is deleted", Coupons.class, (coupons) -> coupons.remove(CHOSEN))
			.hears(CouponRemoved.class, "{" + EVENT + "\"couponId\": 4711}",
					(event) -> assertThat(event.couponId()).isEqualTo(CHOSEN))
			.write();
	}

	@Test
	void ordering() {
		ConsumerPact.between("webhooks", "ordering")
			.on("an order was placed")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.hears(OrderPlaced.class, "{" + EVENT + "\"orderId\": 4711}",
					(event) -> assertThat(event.orderId()).isEqualTo(CHOSEN))
			.on("an order went to the trash")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.given("it is in the trash", Orders.class,
					(orders) -> orders.change(CHOSEN, OrderDraft.of(OrderStatus.TRASH)))
			.exactly("before", "status")
			.hears(OrderChanged.class,
					"{" + EVENT + "\"orderId\": 4711, \"before\": \"PROCESSING\", \"status\": \"TRASH\"}",
					(event) -> assertThat(event.status()).isEqualTo(OrderStatus.TRASH))
			.on("an order was removed")
			.given("an order", Orders.class, (orders) -> orders.enter(OrderDraft.of(OrderStatus.PROCESSING)), "order",
					CHOSEN)
			.given("it is deleted", Orders.class, (orders) -> orders.delete(CHOSEN))
			.hears(OrderRemoved.class, "{" + EVENT + "\"orderId\": 4711}",
					(event) -> assertThat(event.orderId()).isEqualTo(CHOSEN))
			.write();
	}

	private static ProductContent product(String name) {
		ProductContent blank = ProductContent.blank(ProductType.SIMPLE);
		return new ProductContent(blank.type(), ProductStatus.PUBLISH,
				new ProductContent.Texts("Heard of: " + name, "", "", "", "", ""), blank.codes(), blank.listing(),
				blank.pricing(), blank.tax(), blank.stock(), blank.shipping(), blank.downloads(), blank.external(),
				blank.relations(), blank.assignments(), List.of(), List.of(), List.of(), List.of());
	}

	private static Customer customer(long id, String name) {
		String email = "heard-" + name + "@example.com";
		return new Customer(id, email, email, "Ada", "Byron", "customer", Address.EMPTY, Address.EMPTY, Instant.EPOCH,
				null, false, List.of());
	}

	private static Coupon coupon(long id, String code, String status) {
		return new Coupon(id, code, status, DiscountType.PERCENT, BigDecimal.TEN, "", Instant.EPOCH, Instant.EPOCH,
				null, 0, 0, 0, 0, false, List.of(), List.of(), List.of(), List.of(), false, false, BigDecimal.ZERO,
				BigDecimal.ZERO, List.of(), List.of(), List.of());
	}

}
