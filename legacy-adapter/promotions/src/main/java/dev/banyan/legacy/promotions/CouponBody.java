package dev.banyan.legacy.promotions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Values;
import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.DiscountType;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as the API shows and reads it.
 */
final class CouponBody {

	static final String PATH = "/wc/v3/coupons";

	static final Coupon BLANK = new Coupon(0, "", "publish", DiscountType.FIXED_CART, BigDecimal.ZERO, "",
			Instant.EPOCH, Instant.EPOCH, null, 0, 0, 0, 0, false, List.of(), List.of(), List.of(), List.of(), false,
			false, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), List.of(), List.of());

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private CouponBody() {
	}

	static Map<String, @Nullable Object> of(RestRequest request, Coupon coupon) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("id", coupon.id());
		body.put("code", coupon.code());
		body.put("amount", money(coupon.amount()));
		body.put("status", coupon.status());
		body.put("date_created", date(coupon.createdAt()));
		body.put("date_created_gmt", date(coupon.createdAt()));
		body.put("date_modified", date(coupon.modifiedAt()));
		body.put("date_modified_gmt", date(coupon.modifiedAt()));
		body.put("discount_type", coupon.type().name().toLowerCase(Locale.ROOT));
		body.put("description", coupon.description());
		body.put("date_expires", date(coupon.expiresAt()));
		body.put("date_expires_gmt", date(coupon.expiresAt()));
		body.put("usage_count", coupon.usageCount());
		body.put("individual_use", coupon.individualUse());
		body.put("product_ids", coupon.productIds());
		body.put("excluded_product_ids", coupon.excludedProductIds());
		body.put("usage_limit", limit(coupon.usageLimit()));
		body.put("usage_limit_per_user", limit(coupon.usageLimitPerUser()));
		body.put("limit_usage_to_x_items", limit(coupon.itemLimit()));
		body.put("free_shipping", coupon.freeShipping());
		body.put("product_categories", coupon.categoryIds());
		body.put("excluded_product_categories", coupon.excludedCategoryIds());
		body.put("exclude_sale_items", coupon.excludeSaleItems());
		body.put("minimum_amount", money(coupon.minimumAmount()));
		body.put("maximum_amount", money(coupon.maximumAmount()));
		body.put("email_restrictions", coupon.emailRestrictions());
		body.put("used_by", coupon.usedBy());
		body.put("meta_data", MetaItems.bodies(coupon.metaData()));
		body.put("_links", request.links(PATH + "/" + coupon.id(), PATH));
		return body;
	}

	private static String money(BigDecimal amount) {
		return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
	}

	private static @Nullable Integer limit(int limit) {
		return (limit > 0) ? limit : null;
	}

	private static @Nullable String date(@Nullable Instant instant) {
		return (instant != null) ? SECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) : null;
	}

	static Coupon changed(Coupon coupon, RestRequest request) {
		String typeName = request.string("discount_type", coupon.type().name()).toUpperCase(Locale.ROOT);
		DiscountType type = Stream.of(DiscountType.values())
			.filter((known) -> known.name().equals(typeName))
			.findFirst()
			.orElseThrow(() -> new RestError(400, "coupon_invalid_discount_type", "Invalid discount type"));
		return new Coupon(coupon.id(), request.string("code", coupon.code()).replaceAll("<[^>]*>", "").strip(),
				request.string("status", coupon.status()), type, amount(coupon, request, type),
				request.string("description", coupon.description()), coupon.createdAt(), coupon.modifiedAt(),
				expiry(coupon, request), coupon.usageCount(), limit(request, "usage_limit", coupon.usageLimit()),
				limit(request, "usage_limit_per_user", coupon.usageLimitPerUser()),
				limit(request, "limit_usage_to_x_items", coupon.itemLimit()),
				flag(request, "individual_use", coupon.individualUse()),
				ids(request, "product_ids", coupon.productIds()),
				ids(request, "excluded_product_ids", coupon.excludedProductIds()),
				ids(request, "product_categories", coupon.categoryIds()),
				ids(request, "excluded_product_categories", coupon.excludedCategoryIds()),
				flag(request, "exclude_sale_items", coupon.excludeSaleItems()),
				flag(request, "free_shipping", coupon.freeShipping()),
				money(request, "minimum_amount", coupon.minimumAmount()),
				money(request, "maximum_amount", coupon.maximumAmount()), emails(coupon, request), coupon.usedBy(),
				request.has("meta_data") ? MetaItems.changed(coupon.metaData(), request.objects("meta_data"))
						: coupon.metaData());
	}

	/**
	 * The amount is checked against the type before the change; more than 100 percent
	 * become nothing with a new type (recorded: a coupon of 150 percent).
	 */
	private static BigDecimal amount(Coupon coupon, RestRequest request, DiscountType type) {
		BigDecimal amount = money(request, "amount", coupon.amount());
		boolean tooMuch = amount.compareTo(HUNDRED) > 0;
		if (amount.signum() < 0 || tooMuch && coupon.type() == DiscountType.PERCENT && request.isSet("amount")) {
			throw new RestError(400, "coupon_invalid_amount", "Invalid discount amount");
		}
		return (tooMuch && type == DiscountType.PERCENT) ? BigDecimal.ZERO : amount;
	}

	private static BigDecimal money(RestRequest request, String name, BigDecimal before) {
		if (!request.has(name)) {
			return before;
		}
		BigDecimal given = Values.decimal(request.string(name, "").replaceAll("[^0-9.\\-]", ""));
		return (given != null) ? given : BigDecimal.ZERO;
	}

	private static int limit(RestRequest request, String name, int before) {
		if (!request.has(name)) {
			return before;
		}
		Integer limit = request.integer(name);
		return (limit != null) ? Math.abs(limit) : 0;
	}

	private static boolean flag(RestRequest request, String name, boolean before) {
		Boolean flag = request.bool(name);
		return (flag != null) ? flag : before;
	}

	private static List<Long> ids(RestRequest request, String name, List<Long> before) {
		return request.has(name) ? request.ids(name).stream().filter((id) -> id != 0).toList() : before;
	}

	private static List<String> emails(Coupon coupon, RestRequest request) {
		if (!request.has("email_restrictions")) {
			return coupon.emailRestrictions();
		}
		List<String> emails = request.list("email_restrictions")
			.stream()
			.map((email) -> (Values.string(email) + "").strip().toLowerCase(Locale.ROOT))
			.filter((email) -> !email.isEmpty())
			.toList();
		if (emails.stream().anyMatch((email) -> !email.matches("[^@\\s]+@[a-z0-9*-]+(\\.[a-z0-9*-]+)+"))) {
			throw new RestError(400, "coupon_invalid_email_address", "Invalid email address restriction");
		}
		return emails;
	}

	private static @Nullable Instant expiry(Coupon coupon, RestRequest request) {
		String name = request.has("date_expires_gmt") ? "date_expires_gmt" : "date_expires";
		return request.has(name) ? instant(request.string(name, "")) : coupon.expiresAt();
	}

	static @Nullable Instant instant(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String given = text.strip().replace(' ', 'T');
		try {
			if (given.length() == 10) {
				return LocalDate.parse(given).atStartOfDay().toInstant(ZoneOffset.UTC);
			}
			return given.matches(".*T.*([Zz]|[+-]\\d{2}:?\\d{2})") ? OffsetDateTime.parse(given).toInstant()
					: LocalDateTime.parse(given).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
