package dev.banyan.promotions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A coupon.
 *
 * @param id the coupon; 0 for one that is not stored yet
 * @param code its code, unique without regard to case
 * @param status {@code publish}, {@code draft}, {@code trash} ...
 * @param type how the amount is meant
 * @param amount percent or money, 0 or more
 * @param description for the shop's staff
 * @param createdAt when it was stored
 * @param modifiedAt when it was changed last
 * @param expiresAt the first instant at which it is refused; null for never
 * @param usageCount how often it was used
 * @param usageLimit how often it may be used; 0 for any number
 * @param usageLimitPerUser how often one customer may use it; 0 for any number
 * @param itemLimit how many pieces it discounts; 0 for all; not for a fixed cart discount
 * @param individualUse whether it refuses others beside it
 * @param productIds products it is for; empty for all
 * @param excludedProductIds products it is not for
 * @param categoryIds categories it is for; empty for all
 * @param excludedCategoryIds categories it is not for
 * @param excludeSaleItems whether it is not for what is on sale
 * @param freeShipping whether it grants free shipping
 * @param minimumAmount what the cart must cost at least; 0 for any amount
 * @param maximumAmount what the cart may cost at most; 0 for any amount
 * @param emailRestrictions e-mail addresses that may use it, {@code *} as wildcard; empty
 * for all
 * @param usedBy who used it: ids of customers or e-mail addresses, once per use
 * @param metaData further data of clients
 */
public record Coupon(long id, String code, String status, DiscountType type, BigDecimal amount, String description,
		Instant createdAt, Instant modifiedAt, @Nullable Instant expiresAt, int usageCount, int usageLimit,
		int usageLimitPerUser, int itemLimit, boolean individualUse, List<Long> productIds,
		List<Long> excludedProductIds, List<Long> categoryIds, List<Long> excludedCategoryIds, boolean excludeSaleItems,
		boolean freeShipping, BigDecimal minimumAmount, BigDecimal maximumAmount, List<String> emailRestrictions,
		List<String> usedBy, List<MetaData> metaData) {

}
