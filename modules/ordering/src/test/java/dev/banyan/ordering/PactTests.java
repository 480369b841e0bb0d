package dev.banyan.ordering;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.catalog.Assortment;
import dev.banyan.catalog.ProductContent;
import dev.banyan.catalog.ProductStatus;
import dev.banyan.catalog.ProductType;
import dev.banyan.catalog.Products;
import dev.banyan.catalog.TaxStatus;
import dev.banyan.customers.Address;
import dev.banyan.customers.Customer;
import dev.banyan.customers.CustomerAccounts;
import dev.banyan.customers.Customers;
import dev.banyan.inventory.OutOfStock;
import dev.banyan.inventory.ReservationLine;
import dev.banyan.inventory.ReservationReleased;
import dev.banyan.inventory.Reservations;
import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockAdjustment;
import dev.banyan.inventory.StockDefinition;
import dev.banyan.inventory.StockStatus;
import dev.banyan.payments.Gateways;
import dev.banyan.payments.GatewayChange;
import dev.banyan.payments.Payment;
import dev.banyan.payments.PaymentDeclined;
import dev.banyan.payments.PaymentRequest;
import dev.banyan.payments.Payments;
import dev.banyan.payments.RefundNotSupported;
import dev.banyan.payments.RefundRequest;
import dev.banyan.payments.UnknownGateway;
import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.CouponRefused;
import dev.banyan.promotions.CouponUsage;
import dev.banyan.promotions.Coupons;
import dev.banyan.promotions.DiscountRequest;
import dev.banyan.promotions.DiscountType;
import dev.banyan.promotions.Discounts;
import dev.banyan.settings.Settings;
import dev.banyan.taxes.TaxAddress;
import dev.banyan.taxes.TaxCalculation;
import dev.banyan.taxes.TaxRate;
import dev.banyan.taxes.TaxRates;
import dev.banyan.taxes.TaxRequest;
import dev.banyan.taxes.TaxableLine;
import dev.banyan.testing.pacts.ConsumerPact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What ordering needs of others.
 */
class PactTests {

	private static final Duration VALIDITY = Duration.ofMinutes(10);

	/** Stands for a number that the provider chooses. */
	private static final long CHOSEN = 4711;

	@Test
	void inventory() {
		ConsumerPact.between("ordering", "inventory")
			.on("a look at the level of an item")
			.given("item 7 is counted", Stock.class, (stock) -> stock.define(counted(7)))
			.exactly("itemId", "quantity", "status")
			.asks(Stock.class, (stock) -> stock.levels(Set.of(7L)), level(7, 10), (levels) -> {
				assertThat(levels.get(7L).quantity()).isEqualTo(10);
				assertThat(levels.get(7L).status()).isEqualTo(StockStatus.IN_STOCK);
			})
			.on("an adjustment under a key")
			.given("item 8 is counted", Stock.class, (stock) -> stock.define(counted(8)))
			.exactly("itemId", "quantity", "status")
			.asks(Stock.class, (stock) -> stock.adjust("pact-adjustment", List.of(new StockAdjustment(8, -3))),
					level(8, 7), (levels) -> assertThat(levels.get(8L).quantity()).isEqualTo(7))
			.on("a reservation of what is there")
			.given("item 9 is counted", Stock.class, (stock) -> stock.define(counted(9)))
			.tells(Reservations.class, (reservations) -> reservations.reserve("pact-hold", lines(9, 2), VALIDITY))
			.on("a reservation of more than is there")
			.given("item 10 is counted", Stock.class, (stock) -> stock.define(counted(10)))
			.exactly("itemIds")
			.isRefused(Reservations.class,
					(reservations) -> reservations.reserve("pact-short", lines(10, 11), VALIDITY), OutOfStock.class,
					"{\"itemIds\": [10]}", (ex) -> assertThat(ex.itemIds()).containsExactly(10L))
			.on("the confirmation of a reservation")
			.given("item 11 is counted", Stock.class, (stock) -> stock.define(counted(11)))
			.given("it is reserved", Reservations.class,
					(reservations) -> reservations.reserve("pact-confirmed", lines(11, 1), VALIDITY))
			.tells(Reservations.class, (reservations) -> reservations.confirm("pact-confirmed"))
			.on("the confirmation of a reservation that was never made")
			.exactly("reservation")
			.isRefused(Reservations.class, (reservations) -> reservations.confirm("pact-lost"),
					ReservationReleased.class, "{\"reservation\": \"pact-lost\"}",
					(ex) -> assertThat(ex.reservation()).isEqualTo("pact-lost"))
			.on("the release of a reservation")
			.given("item 12 is counted", Stock.class, (stock) -> stock.define(counted(12)))
			.given("it is reserved", Reservations.class,
					(reservations) -> reservations.reserve("pact-released", lines(12, 1), VALIDITY))
			.tells(Reservations.class, (reservations) -> reservations.release("pact-released"))
			.write();
	}

	@Test
	void catalog() {
		ConsumerPact.between("ordering", "catalog")
			.on("a look at what is to be sold")
			.given("a product for 12.50", Products.class, (products) -> products.add(product("pact-items")), "product",
					CHOSEN)
			.exactly("type", "status", "name", "sku", "taxStatus", "virtual", "downloadable", "soldIndividually")
			.asks(Assortment.class, (assortment) -> assortment.items(Set.of(CHOSEN)), """
					{"4711": {"id": 4711, "parentId": 0, "type": "SIMPLE", "status": "PUBLISH", "name": "Sold by pact",
						"parentName": "", "sku": "pact-items", "price": 12.50, "onSale": false, "taxStatus": "TAXABLE",
						"taxClass": "", "virtual": false, "downloadable": false, "soldIndividually": false,
						"imageId": 0, "options": []}}""", (items) -> {
				assertThat(items.get(CHOSEN).price()).isEqualByComparingTo("12.50");
				assertThat(items.get(CHOSEN).status()).isEqualTo(ProductStatus.PUBLISH);
				assertThat(items.get(CHOSEN).taxStatus()).isEqualTo(TaxStatus.TAXABLE);
				assertThat(items.get(CHOSEN).options()).isEmpty();
			})
			.on("a look at what it is filed under")
			.given("a product without a category", Products.class, (products) -> products.add(product("pact-filed")),
					"product", CHOSEN)
			.asks(Assortment.class, (assortment) -> assortment.categories(Set.of(CHOSEN)), "{\"4711\": []}",
					(categories) -> assertThat(categories.get(CHOSEN)).isEmpty())
			.on("a look at what bears a number")
			.given("a product with a number", Products.class, (products) -> products.add(product("pact-sku")),
					"product", CHOSEN)
			.asks(Assortment.class, (assortment) -> assortment.idsBySku(Set.of("pact-sku")), "{\"pact-sku\": 4711}",
					(ids) -> assertThat(ids).containsEntry("pact-sku", CHOSEN))
			.on("what was sold")
			.tells(Assortment.class, (assortment) -> assortment.recordSales("pact-sales", Map.of(CHOSEN, 2)))
			.write();
	}

	@Test
	void customers() {
		ConsumerPact.between("ordering", "customers")
			.on("a look at who buys")
			.given("a customer", Customers.class,
					(customers) -> customers.register(customer("pact-buyer@example.com"), "secret"), "customer", CHOSEN)
			.exactly("email", "firstName", "lastName")
			.asks(CustomerAccounts.class, (accounts) -> accounts.accounts(Set.of(CHOSEN)), """
					{"4711": {"id": 4711, "email": "pact-buyer@example.com", "username": "pact-buyer@example.com",
						"firstName": "Ada", "lastName": "Byron", "role": "customer", "payingCustomer": false}}""",
					(accounts) -> assertThat(accounts.get(CHOSEN).email()).isEqualTo("pact-buyer@example.com"))
			.on("a customer who has paid")
			.given("a customer", Customers.class,
					(customers) -> customers.register(customer("pact-payer@example.com"), "secret"), "customer", CHOSEN)
			.tells(CustomerAccounts.class, (accounts) -> accounts.recordPaidOrder("pact-paid", CHOSEN))
			.write();
	}

	@Test
	void payments() {
		ConsumerPact.between("ordering", "payments")
			.on("a look at a gateway")
			.exactly("id", "title")
			.asks(Gateways.class, (gateways) -> gateways.find("cod"), """
					{"id": "cod", "title": "Cash on delivery"}""",
					(found) -> assertThat(found.orElseThrow().title()).isEqualTo("Cash on delivery"))
			.on("an authorisation")
			.given("the gateway is enabled", Gateways.class, (gateways) -> gateways.change("banyan_test", enabled()))
			.exactly("key", "gateway", "currency", "state")
			.asks(Payments.class, (payments) -> payments.authorise(request("pact-authorised", "banyan_test", "ok")),
					payment("pact-authorised", "AUTHORISED"),
					(payment) -> assertThat(payment.state()).isEqualTo(Payment.State.AUTHORISED))
			.on("an authorisation that is declined")
			.given("the gateway is enabled", Gateways.class, (gateways) -> gateways.change("banyan_test", enabled()))
			.isRefused(Payments.class,
					(payments) -> payments.authorise(request("pact-declined", "banyan_test", "decline")),
					PaymentDeclined.class, "{\"detail\": \"The payment was declined\"}",
					(ex) -> assertThat(ex).hasMessage("The payment was declined"))
			.on("an authorisation by a gateway that is not there")
			.exactly("id")
			.isRefused(Payments.class, (payments) -> payments.authorise(request("pact-unknown", "nowhere", "ok")),
					UnknownGateway.class, "{\"id\": \"nowhere\"}", (ex) -> assertThat(ex.id()).isEqualTo("nowhere"))
			.on("the capture of what was authorised")
			.given("the gateway is enabled", Gateways.class, (gateways) -> gateways.change("banyan_test", enabled()))
			.given("a payment is authorised", Payments.class,
					(payments) -> payments.authorise(request("pact-captured", "banyan_test", "ok")))
			.exactly("key", "gateway", "currency", "state")
			.asks(Payments.class, (payments) -> payments.capture("pact-captured"), payment("pact-captured", "CAPTURED"),
					(captured) -> assertThat(captured.orElseThrow().state()).isEqualTo(Payment.State.CAPTURED))
			.on("the cancellation of what was authorised")
			.given("the gateway is enabled", Gateways.class, (gateways) -> gateways.change("banyan_test", enabled()))
			.given("a payment is authorised", Payments.class,
					(payments) -> payments.authorise(request("pact-cancelled", "banyan_test", "ok")))
			.tells(Payments.class, (payments) -> payments.cancel("pact-cancelled"))
			.on("a refund")
			.given("the gateway is enabled", Gateways.class, (gateways) -> gateways.change("banyan_test", enabled()))
			.tells(Payments.class, (payments) -> payments.refund(refund("pact-refund", "banyan_test")))
			.on("a refund by a gateway that cannot")
			.exactly("gateway")
			.isRefused(Payments.class, (payments) -> payments.refund(refund("pact-no-refund", "cod")),
					RefundNotSupported.class, "{\"gateway\": \"cod\"}",
					(ex) -> assertThat(ex.gateway()).isEqualTo("cod"))
			.write();
	}

	@Test
	void promotions() {
		ConsumerPact.between("ordering", "promotions")
			.on("a discount")
			.given("a coupon of 10 percent", Coupons.class, (coupons) -> coupons.add(coupon("pact-ten")))
			.exactly("code", "type", "freeShipping")
			.asks(Discounts.class, (discounts) -> discounts.apply(cart("pact-ten")),
					"""
							{"coupons": [{"coupon": {"id": 5, "code": "pact-ten", "type": "PERCENT", "amount": 10, "freeShipping": false},
								"lines": {"a": 2.00}, "total": 2.00}]}""",
					(result) -> {
						assertThat(result.of("a")).isEqualByComparingTo("2");
						assertThat(result.freeShipping()).isFalse();
						assertThat(result.coupons().getFirst().coupon().code()).isEqualTo("pact-ten");
					})
			.on("a discount for a code that is not there")
			.exactly("couponCode", "number")
			.isRefused(Discounts.class, (discounts) -> discounts.apply(cart("pact-none")), CouponRefused.class,
					"{\"number\": 105, \"couponCode\": \"pact-none\", \"detail\": \"Coupon does not exist\"}",
					(ex) -> assertThat(ex.couponCode()).isEqualTo("pact-none"))
			.on("the use of a coupon")
			.given("a coupon", Coupons.class, (coupons) -> coupons.add(coupon("pact-used")))
			.tells(CouponUsage.class, (usage) -> usage.record("pact-use", "pact-used", "ada@example.com"))
			.on("a use that is taken back")
			.given("a coupon", Coupons.class, (coupons) -> coupons.add(coupon("pact-unused")))
			.given("it is used", CouponUsage.class,
					(usage) -> usage.record("pact-no-use", "pact-unused", "ada@example.com"))
			.tells(CouponUsage.class, (usage) -> usage.withdraw("pact-no-use"))
			.write();
	}

	@Test
	void settings() {
		ConsumerPact.between("ordering", "settings")
			.on("a look at what the shop is set to")
			.asks(Settings.class, Settings::current, """
					{"currency": "USD", "decimals": 2, "pricesIncludeTax": false, "calcTaxes": false,
						"taxBasedOn": "shipping", "roundTaxAtSubtotal": false, "shippingTaxClass": "inherit",
						"couponsEnabled": true, "discountsSequentially": false, "baseCountry": "US", "baseState": "CA",
						"basePostcode": "", "baseCity": "", "manageStock": true}""", (shop) -> {
				assertThat(shop.currency()).isEqualTo("USD");
				assertThat(shop.decimals()).isEqualTo(2);
				assertThat(shop.taxBasedOn()).isEqualTo("shipping");
				assertThat(shop.manageStock()).isTrue();
			})
			.write();
	}

	@Test
	void taxes() {
		TaxRate rate = new TaxRate(0, "IS", "", new BigDecimal("24.0000"), "VSK", 1, false, true, 0, "standard",
				List.of(), List.of());
		TaxRequest request = new TaxRequest(new TaxAddress("IS", "", "", ""),
				List.of(TaxableLine.net("a", TaxableLine.Kind.PRODUCT, "", new BigDecimal("100.00"))), 2, false, false);
		ConsumerPact.between("ordering", "taxes")
			.on("a calculation")
			.given("a rate of 24 percent", TaxRates.class, (rates) -> rates.add(rate), "rate", CHOSEN)
			.exactly("code", "label", "compound")
			.asks(TaxCalculation.class, (taxes) -> taxes.calculate(request),
					"""
							{"lines": {"a": {"net": 100.00, "taxes": {"4711": 24.00}, "total": 24.00}},
								"totals": [{"rate": {"id": 4711, "code": "IS-VSK-1", "label": "VSK", "percent": 24.0000, "compound": false},
									"goods": 24.00, "shipping": 0}]}""",
					(result) -> {
						assertThat(result.lines().get("a").total()).isEqualByComparingTo("24");
						assertThat(result.lines().get("a").taxes()).containsKey(CHOSEN);
						assertThat(result.totals().getFirst().rate().code()).isEqualTo("IS-VSK-1");
					})
			.write();
	}

	private static List<StockDefinition> counted(long item) {
		return List.of(StockDefinition.managed(item, 10));
	}

	private static List<ReservationLine> lines(long item, int quantity) {
		return List.of(new ReservationLine(item, quantity));
	}

	private static String level(long item, int quantity) {
		return """
				{"%1$d": {"itemId": %1$d, "stockItemId": %1$d, "managed": true, "quantity": %2$d, "reserved": 0,
					"backorders": "NO", "status": "IN_STOCK"}}""".formatted(item, quantity);
	}

	private static ProductContent product(String sku) {
		ProductContent blank = ProductContent.blank(ProductType.SIMPLE);
		return new ProductContent(blank.type(), blank.status(),
				new ProductContent.Texts("Sold by pact", "", "", "", "", ""), new ProductContent.Codes(sku, ""),
				blank.listing(), new ProductContent.Pricing("12.50", "", null, null), blank.tax(), blank.stock(),
				blank.shipping(), blank.downloads(), blank.external(), blank.relations(), blank.assignments(),
				List.of(), List.of(), List.of(), List.of());
	}

	private static Customer customer(String email) {
		return new Customer(0, email, email, "Ada", "Byron", "customer", Address.EMPTY, Address.EMPTY, Instant.EPOCH,
				null, false, List.of());
	}

	private static GatewayChange enabled() {
		return new GatewayChange(true, null, null, null, Map.of());
	}

	private static PaymentRequest request(String key, String gateway, String token) {
		return new PaymentRequest(key, gateway, new BigDecimal("40.00"), "USD", token);
	}

	private static RefundRequest refund(String key, String gateway) {
		return new RefundRequest(key, gateway, "test-1", new BigDecimal("4.00"), "USD", "");
	}

	private static String payment(String key, String state) {
		return """
				{"key": "%s", "gateway": "banyan_test", "amount": 40.00, "currency": "USD", "state": "%s",
					"transactionId": "test-1"}""".formatted(key, state);
	}

	private static Coupon coupon(String code) {
		return new Coupon(0, code, "publish", DiscountType.PERCENT, BigDecimal.TEN, "", Instant.EPOCH, Instant.EPOCH,
				null, 0, 0, 0, 0, false, List.of(), List.of(), List.of(), List.of(), false, false, BigDecimal.ZERO,
				BigDecimal.ZERO, List.of(), List.of(), List.of());
	}

	private static DiscountRequest cart(String code) {
		return new DiscountRequest(List.of(code),
				List.of(new DiscountRequest.Line("a", 1, 0, Set.of(), false, 1, new BigDecimal("20.00"))), 2, false, 0,
				List.of(), Set.of());
	}

}
