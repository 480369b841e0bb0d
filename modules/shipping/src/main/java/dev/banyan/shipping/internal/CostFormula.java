package dev.banyan.shipping.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A price as a sum: numbers, {@code + - * / ( )}, {@code [qty]}, {@code [cost]} and
 * {@code [fee percent="10" min_fee="20" max_fee=""]}. What cannot be read counts as 0.
 */
final class CostFormula {

	private static final Pattern FEE = Pattern.compile("\\[fee([^\\]]*)\\]");

	private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)\\s*=\\s*[\"']([^\"']*)[\"']");

	private final String text;

	private int at;

	private CostFormula(String text) {
		this.text = text;
	}

	static BigDecimal evaluate(String formula, int quantity, BigDecimal cost) {
		String sum = FEE.matcher(formula).replaceAll((fee) -> fee(fee.group(1), cost).toPlainString());
		sum = sum.replace("[qty]", String.valueOf(quantity)).replace("[cost]", cost.toPlainString());
		sum = sum.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
		CostFormula reader = new CostFormula(sum);
		try {
			BigDecimal value = reader.sum();
			return (reader.at == sum.length()) ? value : BigDecimal.ZERO;
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return BigDecimal.ZERO;
		}
	}

	private static BigDecimal fee(String attributes, BigDecimal cost) {
		BigDecimal percent = BigDecimal.ZERO;
		BigDecimal least = BigDecimal.ZERO;
		BigDecimal most = BigDecimal.ZERO;
		Matcher matcher = ATTRIBUTE.matcher(attributes);
		while (matcher.find()) {
			BigDecimal number = number(matcher.group(2));
			switch (matcher.group(1)) {
				case "percent" -> percent = number;
				case "min_fee" -> least = number;
				case "max_fee" -> most = number;
				default -> {
				}
			}
		}
		BigDecimal fee = cost.multiply(percent).movePointLeft(2).max(least);
		return (most.signum() > 0) ? fee.min(most) : fee;
	}

	private static BigDecimal number(String text) {
		return text.matches("\\d{1,15}(\\.\\d{1,10})?") ? new BigDecimal(text) : BigDecimal.ZERO;
	}

	private BigDecimal sum() {
		BigDecimal value = product();
		while (this.at < this.text.length()) {
			if (accept('+')) {
				value = value.add(product());
			}
			else if (accept('-')) {
				value = value.subtract(product());
			}
			else {
				return value;
			}
		}
		return value;
	}

	private BigDecimal product() {
		BigDecimal value = factor();
		while (this.at < this.text.length()) {
			if (accept('*')) {
				value = value.multiply(factor());
			}
			else if (accept('/')) {
				value = value.divide(factor(), MathContext.DECIMAL64);
			}
			else {
				return value;
			}
		}
		return value;
	}

	private BigDecimal factor() {
		if (accept('-')) {
			return factor().negate();
		}
		if (accept('(')) {
			BigDecimal value = sum();
			if (!accept(')')) {
				throw new NumberFormatException();
			}
			return value;
		}
		int start = this.at;
		while (this.at < this.text.length() && "0123456789.".indexOf(this.text.charAt(this.at)) >= 0) {
			this.at++;
		}
		return new BigDecimal(this.text.substring(start, this.at));
	}

	private boolean accept(char wanted) {
		boolean found = this.at < this.text.length() && this.text.charAt(this.at) == wanted;
		this.at += found ? 1 : 0;
		return found;
	}

}
