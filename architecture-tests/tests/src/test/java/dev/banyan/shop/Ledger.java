package dev.banyan.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was taken and paid back, as payments has it in its books.
 *
 * @param payments the state of every payment, by its key
 * @param paidBack the keys of refunds
 */
record Ledger(Map<String, String> payments, List<String> paidBack) {

	static Ledger of(Database database) {
		Map<String, String> payments = new TreeMap<>();
		List<String> paidBack = new java.util.ArrayList<>();
		String url = option(database, "url");
		try (Connection connection = DriverManager.getConnection(url, option(database, "username"),
				option(database, "password"))) {
			try (ResultSet rows = connection.createStatement()
				.executeQuery("select payment_key, state_name from payments.payment")) {
				while (rows.next()) {
					payments.put(rows.getString(1), rows.getString(2));
				}
			}
			try (ResultSet rows = connection.createStatement().executeQuery("select refund_key from payments.refund")) {
				while (rows.next()) {
					paidBack.add(rows.getString(1));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new Ledger(payments, paidBack);
	}

	private static String option(Database database, String name) {
		String prefix = "--spring.datasource." + name + "=";
		return database.options()
			.stream()
			.filter((option) -> option.startsWith(prefix))
			.findFirst()
			.orElseThrow()
			.substring(prefix.length());
	}

	String payment(long orderId) {
		return this.payments.getOrDefault("order-" + orderId, "");
	}

	long refunds(long refundId) {
		return this.paidBack.stream().filter(("refund-" + refundId)::equals).count();
	}

}
