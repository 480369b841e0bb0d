package dev.banyan.legacy.ordering;

import java.math.BigDecimal;

import dev.banyan.ordering.ChargeLine;
import dev.banyan.ordering.LineItem;
import dev.banyan.ordering.Order;
import dev.banyan.ordering.Orders;
import dev.banyan.ordering.Receipts;
import dev.banyan.ordering.TaxLine;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that a receipt's address shows to whoever has it.
 */
@RestController
class ReceiptPage {

	static final String PATH = "/wc/file/transient";

	private static final int DECIMALS = 2;

	private final Receipts receipts;

	private final Orders orders;

	ReceiptPage(Receipts receipts, Orders orders) {
		this.receipts = receipts;
		this.orders = orders;
	}

	@GetMapping(PATH + "/{token}")
	ResponseEntity<String> page(@PathVariable String token) {
		return this.receipts.find(token)
			.flatMap((receipt) -> this.orders.find(receipt.orderId()))
			.map((order) -> ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(html(order)))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	private static String html(Order order) {
		StringBuilder rows = new StringBuilder();
		for (LineItem line : order.lines()) {
			row(rows, line.name() + " \u00d7 " + line.quantity(), line.total());
		}
		for (ChargeLine charge : order.charges()) {
			row(rows, charge.name(), charge.total());
		}
		for (TaxLine tax : order.taxLines()) {
			row(rows, tax.label(), tax.goods().add(tax.shipping()));
		}
		row(rows, "Total (" + order.currency() + ")", order.total());
		return """
				<!doctype html>
				<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
				<meta name="robots" content="noindex"><title>Receipt %1$d</title>
				<style>body{font:1rem/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}
				table{width:100%%;border-collapse:collapse}td{padding:.4rem 0;border-bottom:1px solid #ddd}
				td+td{text-align:right}tr:last-child{font-weight:bold}</style></head>
				<body><h1>Receipt %1$d</h1><p>%2$s</p><table>%3$s</table></body></html>
				""".formatted(order.id(), Dates.format(order.createdAt()), rows);
	}

	private static void row(StringBuilder rows, String name, BigDecimal amount) {
		rows.append("<tr><td>")
			.append(HtmlUtils.htmlEscape(name))
			.append("</td><td>")
			.append(amount.setScale(DECIMALS, java.math.RoundingMode.HALF_UP).toPlainString())
			.append("</td></tr>");
	}

}
