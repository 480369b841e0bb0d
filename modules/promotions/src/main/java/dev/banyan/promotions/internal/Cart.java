package dev.banyan.promotions.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.DiscountRequest.Line;

/**
 * What is left to pay of a cart's lines while coupons are applied, in the currency's
 * smallest unit. A discount is never more than what is left of its line.
 */
class Cart {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final List<Position> positions;

	private final int decimals;

	private final boolean sequential;

	Cart(List<Line> lines, int decimals, boolean sequential) {
		this.decimals = decimals;
		this.sequential = sequential;
		this.positions = lines.stream()
			.map((line) -> new Position(line, line.amount().max(BigDecimal.ZERO).movePointRight(decimals)))
			.sorted(Comparator.comparing((Position position) -> position.full).reversed())
			.toList();
	}

	/** Applies a coupon and returns its discount on each line. */
	Map<String, BigDecimal> apply(Coupon coupon) {
		List<Share> shares = shares(coupon);
		switch (coupon.type()) {
			case PERCENT -> percent(shares, coupon.amount());
			case FIXED_PRODUCT -> perPiece(shares, coupon.amount().movePointRight(this.decimals));
			case FIXED_CART -> spread(shares, coupon.amount().movePointRight(this.decimals));
		}
		Map<String, BigDecimal> discounts = new LinkedHashMap<>();
		for (Share share : shares) {
			if (share.discount.signum() > 0) {
				discounts.put(share.position.line.id(),
						share.discount.movePointLeft(this.decimals).setScale(this.decimals, RoundingMode.HALF_UP));
			}
		}
		return discounts;
	}

	private List<Share> shares(Coupon coupon) {
		List<Share> shares = new ArrayList<>();
		boolean limited = coupon.itemLimit() > 0 && coupon.type() != dev.banyan.promotions.DiscountType.FIXED_CART;
		int allowed = limited ? coupon.itemLimit() : Integer.MAX_VALUE;
		for (Position position : this.positions) {
			if (position.left.signum() > 0 && position.line.quantity() > 0 && allowed > 0
					&& Eligibility.covers(coupon, position.line)) {
				int pieces = Math.min(allowed, position.line.quantity());
				allowed -= pieces;
				shares.add(new Share(position, pieces));
			}
		}
		return shares;
	}

	/** Whole units per line; what rounding loses on the lines is added to the first. */
	private void percent(List<Share> shares, BigDecimal percent) {
		BigDecimal base = BigDecimal.ZERO;
		BigDecimal given = BigDecimal.ZERO;
		for (Share share : shares) {
			BigDecimal price = share.price(this.sequential);
			base = base.add(price);
			given = given.add(share.take(price.multiply(percent).divide(HUNDRED).setScale(0, RoundingMode.FLOOR)));
		}
		BigDecimal due = base.multiply(percent).divide(HUNDRED).setScale(0, RoundingMode.HALF_DOWN);
		unitByUnit(shares, due.subtract(given));
	}

	private BigDecimal perPiece(List<Share> shares, BigDecimal amount) {
		BigDecimal given = BigDecimal.ZERO;
		for (Share share : shares) {
			BigDecimal pieces = BigDecimal.valueOf(share.pieces);
			given = given.add(share.take(amount.multiply(pieces).min(share.price(this.sequential))));
		}
		return given;
	}

	/** The same for every piece, again with what is left over, then unit by unit. */
	private void spread(List<Share> shares, BigDecimal amount) {
		List<Share> open = shares.stream().filter((share) -> share.position.left.signum() > 0).toList();
		long pieces = open.stream().mapToLong((share) -> share.pieces).sum();
		if (pieces == 0 || amount.signum() <= 0) {
			return;
		}
		BigDecimal each = amount.divide(BigDecimal.valueOf(pieces), 0, RoundingMode.FLOOR);
		if (each.signum() == 0) {
			unitByUnit(open, amount);
			return;
		}
		BigDecimal given = BigDecimal.ZERO;
		for (Share share : open) {
			given = given.add(share.take(each.multiply(BigDecimal.valueOf(share.pieces))));
		}
		if (given.signum() > 0) {
			spread(open, amount.subtract(given));
		}
	}

	private void unitByUnit(List<Share> shares, BigDecimal amount) {
		BigDecimal open = amount;
		for (Share share : shares) {
			for (int piece = 0; piece < share.pieces && open.signum() > 0; piece++) {
				BigDecimal taken = share.take(open.min(BigDecimal.ONE));
				if (taken.signum() == 0) {
					break;
				}
				open = open.subtract(taken);
			}
		}
	}

	private static final class Position {

		private final Line line;

		private final BigDecimal full;

		private BigDecimal left;

		Position(Line line, BigDecimal full) {
			this.line = line;
			this.full = full;
			this.left = full;
		}

	}

	private static final class Share {

		private final Position position;

		private final int pieces;

		private BigDecimal discount = BigDecimal.ZERO;

		Share(Position position, int pieces) {
			this.position = position;
			this.pieces = pieces;
		}

		BigDecimal price(boolean sequential) {
			BigDecimal price = sequential ? this.position.left : this.position.full;
			return (this.pieces == this.position.line.quantity()) ? price
					: price.multiply(BigDecimal.valueOf(this.pieces))
						.divide(BigDecimal.valueOf(this.position.line.quantity()), 4, RoundingMode.HALF_UP);
		}

		BigDecimal take(BigDecimal wanted) {
			BigDecimal taken = wanted.min(this.position.left.setScale(0, RoundingMode.FLOOR)).max(BigDecimal.ZERO);
			this.position.left = this.position.left.subtract(taken);
			this.discount = this.discount.add(taken);
			return taken;
		}

	}

}
