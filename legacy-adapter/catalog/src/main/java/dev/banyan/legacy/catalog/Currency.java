package dev.banyan.legacy.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the shop writes amounts of money.
 *
 * @param symbol the currency's symbol, HTML
 * @param position {@code left}, {@code right}, {@code left_space} or {@code right_space}
 * @param thousands what separates thousands
 * @param decimal what separates decimals
 * @param decimals how many decimals are shown
 */
record Currency(String symbol, String position, String thousands, String decimal, int decimals) {

	/** The amount with a symbol, which may be wrapped in markup. */
	String formatted(BigDecimal amount, String shownSymbol) {
		String number = number(amount.abs());
		String shown = switch (this.position) {
			case "right" -> number + shownSymbol;
			case "left_space" -> shownSymbol + "&nbsp;" + number;
			case "right_space" -> number + "&nbsp;" + shownSymbol;
			default -> shownSymbol + number;
		};
		return (amount.signum() < 0) ? "-" + shown : shown;
	}

	private String number(BigDecimal amount) {
		String plain = amount.setScale(this.decimals, RoundingMode.HALF_UP).toPlainString();
		int point = plain.indexOf('.');
		String whole = (point < 0) ? plain : plain.substring(0, point);
		StringBuilder grouped = new StringBuilder(whole);
		for (int i = whole.length() - 3; i > 0; i -= 3) {
			grouped.insert(i, this.thousands);
		}
		return (point < 0) ? grouped.toString() : grouped + this.decimal + plain.substring(point + 1);
	}

}
