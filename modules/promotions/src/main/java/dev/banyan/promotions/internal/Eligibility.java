package dev.banyan.promotions.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.CouponRefused;
import dev.banyan.promotions.DiscountRequest;
import dev.banyan.promotions.DiscountRequest.Line;
import dev.banyan.promotions.DiscountType;

/**
 * Whether a coupon may be used for a cart.
 */
final class Eligibility {

	private Eligibility() {
	}

	/** A fixed cart discount is for every line. */
	static boolean covers(Coupon coupon, Line line) {
		return coupon.type() == DiscountType.FIXED_CART || wanted(coupon, line) && !excluded(coupon, line);
	}

	private static boolean wanted(Coupon coupon, Line line) {
		return coupon.productIds().isEmpty() && coupon.categoryIds().isEmpty()
				|| coupon.productIds().stream().anyMatch(ids(line)::contains)
				|| coupon.categoryIds().stream().anyMatch(line.categoryIds()::contains);
	}

	private static boolean excluded(Coupon coupon, Line line) {
		return coupon.excludedProductIds().stream().anyMatch(ids(line)::contains)
				|| coupon.excludedCategoryIds().stream().anyMatch(line.categoryIds()::contains)
				|| coupon.excludeSaleItems() && line.onSale();
	}

	private static Set<Long> ids(Line line) {
		return new HashSet<>(List.of(line.productId(), (line.variationId() != 0) ? line.variationId() : -1));
	}

	static void check(Coupon coupon, DiscountRequest request, Instant now) {
		boolean applied = request.alreadyApplied()
			.stream()
			.anyMatch((code) -> KeepingCoupons.lower(code).equals(KeepingCoupons.lower(coupon.code())));
		if (!applied) {
			checkLimits(coupon, request, now);
		}
		checkAmounts(coupon, request);
		checkLines(coupon, request.lines());
		checkEmails(coupon, request.emails());
	}

	private static void checkLimits(Coupon coupon, DiscountRequest request, Instant now) {
		if (coupon.usageLimit() > 0 && coupon.usageCount() >= coupon.usageLimit()) {
			throw refused(106, coupon, "Usage limit for coupon &quot;" + coupon.code() + "&quot; has been reached.");
		}
		Set<String> buyer = request.emails().stream().map(KeepingCoupons::lower).collect(Collectors.toSet());
		if (request.customerId() != 0) {
			buyer.add(String.valueOf(request.customerId()));
		}
		long uses = coupon.usedBy().stream().filter(buyer::contains).count();
		if (coupon.usageLimitPerUser() > 0 && uses >= coupon.usageLimitPerUser()) {
			throw refused(106, coupon, "Usage limit for coupon &quot;" + coupon.code() + "&quot; has been reached.");
		}
		if (coupon.expiresAt() != null && !now.isBefore(coupon.expiresAt())) {
			throw refused(107, coupon, "Coupon &quot;" + coupon.code() + "&quot; has expired.");
		}
	}

	private static void checkAmounts(Coupon coupon, DiscountRequest request) {
		BigDecimal cart = request.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
		if (coupon.minimumAmount().signum() > 0 && cart.compareTo(coupon.minimumAmount()) < 0) {
			throw refused(108, coupon, "The minimum spend for coupon &quot;" + coupon.code() + "&quot; is "
					+ money(coupon.minimumAmount(), request) + ".");
		}
		if (coupon.maximumAmount().signum() > 0 && cart.compareTo(coupon.maximumAmount()) > 0) {
			throw refused(112, coupon, "The maximum spend for coupon &quot;" + coupon.code() + "&quot; is "
					+ money(coupon.maximumAmount(), request) + ".");
		}
	}

	private static String money(BigDecimal amount, DiscountRequest request) {
		return amount.setScale(request.decimals(), RoundingMode.HALF_UP).toPlainString();
	}

	private static void checkLines(Coupon coupon, List<Line> lines) {
		if (lines.isEmpty()) {
			return;
		}
		boolean product = coupon.productIds().isEmpty()
				|| lines.stream().anyMatch((line) -> coupon.productIds().stream().anyMatch(ids(line)::contains));
		boolean category = coupon.categoryIds().isEmpty() || lines.stream()
			.anyMatch((line) -> coupon.categoryIds().stream().anyMatch(line.categoryIds()::contains));
		boolean restricted = !coupon.productIds().isEmpty() && !coupon.categoryIds().isEmpty();
		if (restricted ? !product && !category : !product || !category) {
			throw inapplicable(coupon);
		}
		if (coupon.type() == DiscountType.FIXED_CART) {
			if (lines.stream().anyMatch((line) -> excluded(coupon, line))) {
				throw inapplicable(coupon);
			}
		}
		else if (lines.stream().noneMatch((line) -> covers(coupon, line))) {
			throw inapplicable(coupon);
		}
	}

	private static CouponRefused inapplicable(Coupon coupon) {
		return refused(109, coupon,
				"Sorry, coupon &quot;" + coupon.code() + "&quot; is not applicable to selected products.");
	}

	private static void checkEmails(Coupon coupon, List<String> emails) {
		if (coupon.emailRestrictions().isEmpty()) {
			return;
		}
		boolean allowed = emails.stream()
			.map(KeepingCoupons::lower)
			.anyMatch((email) -> coupon.emailRestrictions().stream().anyMatch((pattern) -> matches(pattern, email)));
		if (!allowed) {
			throw refused(102, coupon,
					"Please enter a valid email to use coupon code &quot;" + coupon.code() + "&quot;.");
		}
	}

	static boolean matches(String pattern, String email) {
		String expression = java.util.Arrays.stream(pattern.toLowerCase(Locale.ROOT).split("\\*", -1))
			.map(Pattern::quote)
			.collect(Collectors.joining(".*"));
		return email.strip().matches(expression);
	}

	static CouponRefused refused(int number, Coupon coupon, String message) {
		return new CouponRefused(number, coupon.code(), message);
	}

}
