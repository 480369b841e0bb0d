package dev.banyan.promotions.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.CouponRefused;
import dev.banyan.promotions.DiscountRequest;
import dev.banyan.promotions.DiscountResult;
import dev.banyan.promotions.DiscountResult.AppliedCoupon;
import dev.banyan.promotions.Discounts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ApplyingCoupons implements Discounts {

	private final KeepingCoupons coupons;

	private final Clock clock;

	ApplyingCoupons(KeepingCoupons coupons, Clock clock) {
		this.coupons = coupons;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public DiscountResult apply(DiscountRequest request) {
		Map<String, Coupon> known = this.coupons.ofCodes(request.codes())
			.stream()
			.collect(Collectors.toMap((coupon) -> KeepingCoupons.lower(coupon.code()), Function.identity()));
		List<Coupon> chosen = new ArrayList<>();
		for (String code : request.codes()) {
			Coupon coupon = known.get(KeepingCoupons.lower(code));
			if (coupon == null) {
				throw new CouponRefused(105, code, "Coupon &quot;" + escaped(code) + "&quot; does not exist!");
			}
			Eligibility.check(coupon, request, this.clock.instant());
			combine(chosen, coupon);
		}
		Cart cart = new Cart(request.lines(), request.decimals(), request.sequential());
		return new DiscountResult(chosen.stream().map((coupon) -> applied(cart, coupon)).toList());
	}

	/** A coupon for individual use replaces those before it and refuses those after. */
	private static void combine(List<Coupon> chosen, Coupon coupon) {
		if (chosen.contains(coupon)) {
			throw Eligibility.refused(103, coupon, "Coupon code &quot;" + coupon.code() + "&quot; already applied!");
		}
		for (Coupon other : chosen) {
			if (other.individualUse()) {
				throw Eligibility.refused(104, other, "Sorry, coupon &quot;" + other.code()
						+ "&quot; has already been applied and cannot be used in conjunction with other coupons.");
			}
		}
		if (coupon.individualUse()) {
			chosen.clear();
		}
		chosen.add(coupon);
	}

	private static AppliedCoupon applied(Cart cart, Coupon coupon) {
		Map<String, BigDecimal> lines = cart.apply(coupon);
		return new AppliedCoupon(coupon, lines, lines.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
	}

	private static String escaped(String code) {
		return code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
