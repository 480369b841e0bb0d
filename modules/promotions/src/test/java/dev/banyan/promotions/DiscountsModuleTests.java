package dev.banyan.promotions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.banyan.promotions.DiscountRequest.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DiscountsModuleTests {

	@Autowired
	private Coupons coupons;

	@Autowired
	private Discounts discounts;

	@Autowired
	private CouponUsage usage;

	@AfterEach
	void removeCoupons() {
		this.coupons
			.find(new CouponQuery(null, null, null, null, null, null, List.of(), List.of(), CouponQuery.Sort.ID, false,
					0, 100))
			.forEach((coupon) -> this.coupons.remove(coupon.id()));
	}

	@Test
	void takesPercentOffEveryLineInWholeCents() {
		coupon("10OFF", DiscountType.PERCENT, "15");
		DiscountResult result = apply(List.of("10off"), line("a", 2, "49.08"), line("b", 1, "17"), line("c", 3, "15"));
		assertThat(result.of("a")).isEqualByComparingTo("7.36");
		assertThat(result.of("b")).isEqualByComparingTo("2.55");
		assertThat(result.of("c")).isEqualByComparingTo("2.25");
		assertThat(result.coupons().getFirst().total()).isEqualByComparingTo("12.16");
	}

	@Test
	void spreadsAFixedAmountOverThePiecesToTheCent() {
		coupon("ten", DiscountType.FIXED_CART, "10");
		DiscountResult result = apply(List.of("ten"), line("a", 1, "20"), line("b", 2, "20"));
		assertThat(result.of("a").add(result.of("b"))).isEqualByComparingTo("10");
		assertThat(result.of("a")).isEqualByComparingTo("3.34");
	}

	@Test
	void neverDiscountsALineBelowZeroAndAddsUpToTheCoupon() {
		coupon("fixed", DiscountType.FIXED_CART, "33.33");
		coupon("piece", DiscountType.FIXED_PRODUCT, "4.99");
		coupon("part", DiscountType.PERCENT, "33.3");
		Random random = new Random(42);
		for (int round = 0; round < 300; round++) {
			List<Line> lines = new ArrayList<>();
			BigDecimal cart = BigDecimal.ZERO;
			for (int i = 0; i < 1 + random.nextInt(6); i++) {
				BigDecimal amount = BigDecimal.valueOf(random.nextInt(5000), 2);
				lines.add(line("line" + i, 1 + random.nextInt(5), amount.toPlainString()));
				cart = cart.add(amount);
			}
			for (boolean sequential : new boolean[] { true, false }) {
				DiscountResult result = this.discounts.apply(new DiscountRequest(List.of("fixed", "piece", "part"),
						lines, 2, sequential, 0, List.of(), Set.of()));
				lines.forEach((line) -> assertThat(result.of(line.id())).isBetween(BigDecimal.ZERO, line.amount()));
				assertThat(result.coupons().getFirst().total()).isEqualByComparingTo(cart.min(new BigDecimal("33.33")));
				result.coupons()
					.forEach((applied) -> assertThat(
							applied.lines().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
						.isEqualByComparingTo(applied.total()));
			}
		}
	}

	@Test
	void refusesAnUnknownCode() {
		assertThatExceptionOfType(CouponRefused.class).isThrownBy(() -> apply(List.of("nope"), line("a", 1, "1")))
			.withMessage("Coupon &quot;nope&quot; does not exist!");
	}

	@Test
	void countsAUseOnceHoweverOftenItIsRecorded() {
		Coupon coupon = coupon("once", DiscountType.PERCENT, "10");
		this.usage.record("order-1-once", "ONCE", "3");
		this.usage.record("order-1-once", "once", "3");
		assertThat(this.coupons.find(coupon.id())).hasValueSatisfying((found) -> {
			assertThat(found.usageCount()).isEqualTo(1);
			assertThat(found.usedBy()).containsExactly("3");
		});
		this.usage.withdraw("order-1-once");
		this.usage.withdraw("order-1-once");
		assertThat(this.coupons.find(coupon.id()).orElseThrow().usageCount()).isZero();
	}

	@Test
	void refusesASecondPublishedCouponOfTheSameCodeInAnotherCase() {
		coupon("same", DiscountType.PERCENT, "10");
		assertThatExceptionOfType(CouponCodeTaken.class).isThrownBy(() -> coupon("SAME", DiscountType.FIXED_CART, "1"));
	}

	@Test
	void findsCouponsByAPartOfTheirCodeTakenLiterally() {
		coupon("ten_percent", DiscountType.PERCENT, "10");
		coupon("tenXpercent", DiscountType.PERCENT, "10");
		CouponQuery query = new CouponQuery(null, "N_PER", null, null, null, null, List.of(), List.of(),
				CouponQuery.Sort.CREATED, true, 0, 10);
		assertThat(this.coupons.find(query)).extracting(Coupon::code).containsExactly("ten_percent");
		assertThat(this.coupons.count(query)).isEqualTo(1);
	}

	private DiscountResult apply(List<String> codes, Line... lines) {
		return this.discounts.apply(new DiscountRequest(codes, List.of(lines), 2, false, 0, List.of(), Set.of()));
	}

	private static Line line(String id, int quantity, String amount) {
		return new Line(id, 1, 0, Set.of(), false, quantity, new BigDecimal(amount));
	}

	private Coupon coupon(String code, DiscountType type, String amount) {
		return this.coupons.add(new Coupon(0, code, "publish", type, new BigDecimal(amount), "", Instant.EPOCH,
				Instant.EPOCH, null, 0, 0, 0, 0, false, List.of(), List.of(), List.of(), List.of(), false, false,
				BigDecimal.ZERO, BigDecimal.ZERO, List.of(), List.of(), List.of()));
	}

}
