package dev.banyan.legacy.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.customers.Customers;
import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.reporting.DaySales;
import dev.banyan.reporting.ProductSales;
import dev.banyan.reporting.Sales;
import dev.banyan.settings.Settings;

import org.springframework.stereotype.Component;

/**
 * Sales and top sellers. The figures are real ones; a shop with high-performance order
 * storage shows zeros there.
 */
@Component
class SalesFace implements Face {

	private static final String PATH = "/wc/v3/reports";

	private static final int TOP = 12;

	private final Sales sales;

	private final Customers customers;

	private final Settings settings;

	private final Clock clock;

	SalesFace(Sales sales, Customers customers, Settings settings, Clock clock) {
		this.sales = sales;
		this.customers = customers;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH + "/sales", Action.LIST, this::sales)
			.on("GET", PATH + "/top_sellers", Action.LIST, this::topSellers);
	}

	private Answer sales(RestRequest request) {
		Period period = period(request);
		Map<String, Figures> entries = new LinkedHashMap<>();
		period.keys().forEach((key) -> entries.put(key, Figures.NONE));
		Figures all = Figures.NONE;
		for (DaySales day : this.sales.days(period.from(), period.to())) {
			Figures figures = Figures.of(day);
			entries.merge(period.key(day.day()), figures, Figures::plus);
			all = all.plus(figures);
		}
		for (Instant registered : this.customers.registrations(period.start(), period.end())) {
			entries.merge(period.key(LocalDate.ofInstant(registered, ZoneOffset.UTC)), Figures.CUSTOMER, Figures::plus);
			all = all.plus(Figures.CUSTOMER);
		}
		int decimals = this.settings.current().decimals();
		BigDecimal net = all.sales().subtract(all.shipping()).subtract(all.tax());
		Map<String, Object> totals = new LinkedHashMap<>();
		entries.forEach((key, figures) -> totals.put(key, figures.json(decimals)));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("total_sales", money(all.sales(), decimals));
		body.put("net_sales", money(net, decimals));
		body.put("average_sales",
				money(net.divide(BigDecimal.valueOf(period.days()), decimals, RoundingMode.HALF_UP), decimals));
		body.put("total_orders", all.orders());
		body.put("total_items", all.items());
		body.put("total_tax", money(all.tax(), decimals));
		body.put("total_shipping", money(all.shipping(), decimals));
		body.put("total_refunds", all.refundedOrders());
		body.put("total_discount", money(all.discount(), decimals));
		body.put("totals_grouped_by", period.byMonth() ? "month" : "day");
		body.put("totals", totals);
		body.put("total_customers", all.customers());
		body.put("_links", Map.of("about", request.link(PATH)));
		return Answer.ok(List.of(body));
	}

	private Answer topSellers(RestRequest request) {
		Period period = period(request);
		return Answer.ok(this.sales.topSellers(period.from(), period.to(), TOP)
			.stream()
			.map((product) -> body(product, request))
			.toList());
	}

	private static Map<String, Object> body(ProductSales product, RestRequest request) {
		Map<String, Object> links = new LinkedHashMap<>();
		links.put("about", request.link(PATH));
		links.put("product", request.link("/wc/v3/products/" + product.productId()));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("name", product.name());
		body.put("product_id", product.productId());
		body.put("quantity", product.quantity());
		body.put("_links", links);
		return body;
	}

	private Period period(RestRequest request) {
		return Period.of(request, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
	}

	private static String money(BigDecimal amount, int decimals) {
		return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
	}

	/** What adds up over days. */
	private record Figures(BigDecimal sales, long orders, long items, BigDecimal tax, BigDecimal shipping,
			BigDecimal discount, long refundedOrders, long customers) {

		static final Figures NONE = new Figures(BigDecimal.ZERO, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO,
				BigDecimal.ZERO, 0, 0);

		static final Figures CUSTOMER = new Figures(BigDecimal.ZERO, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO,
				BigDecimal.ZERO, 0, 1);

		static Figures of(DaySales day) {
			return new Figures(day.sales(), day.orders(), day.items(), day.tax(), day.shipping(), day.discount(),
					day.refundedOrders(), 0);
		}

		Figures plus(Figures other) {
			return new Figures(this.sales.add(other.sales), this.orders + other.orders, this.items + other.items,
					this.tax.add(other.tax), this.shipping.add(other.shipping), this.discount.add(other.discount),
					this.refundedOrders + other.refundedOrders, this.customers + other.customers);
		}

		Map<String, Object> json(int decimals) {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("sales", money(this.sales, decimals));
			json.put("orders", this.orders);
			json.put("items", this.items);
			json.put("tax", money(this.tax, decimals));
			json.put("shipping", money(this.shipping, decimals));
			json.put("discount", money(this.discount, decimals));
			json.put("customers", this.customers);
			return json;
		}

	}

}
