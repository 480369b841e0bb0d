package dev.banyan.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.banyan.inventory.StockLevel;

/**
 * A product or a variation as it stands now.
 *
 * @param id the product or variation
 * @param parentId the variation's product; 0 for a product
 * @param version grows with every change; names the state that a change starts from
 * @param content what its editor has decided
 * @param created the date it carries
 * @param modified when it was changed
 * @param price what it costs now
 * @param stock its stock
 * @param sold how many were sold
 * @param rating what reviewers think
 * @param categories its categories
 * @param tags its tags
 * @param brands its brands
 * @param shippingClass its shipping class; null for none
 * @param attributes its attributes with their names
 * @param choices its choices with their names
 * @param variations the variations of a variable product
 * @param related up to five published products with a category or a tag in common
 * @param parent the product of a variation; null for a product
 */
public record Product(long id, long parentId, long version, ProductContent content, Instant created, Instant modified,
		Price price, StockLevel stock, long sold, Rating rating, List<Term> categories, List<Term> tags,
		List<Term> brands, @Nullable Term shippingClass, List<Described> attributes, List<Chosen> choices,
		List<Long> variations, List<Long> related, @Nullable Parent parent) {

	/**
	 * What a product costs at a moment.
	 *
	 * @param amount the price as it was written, the lowest one of several; empty for
	 * none
	 * @param onSale whether it, or one of its parts, is on sale
	 * @param min the lowest price; null for none
	 * @param max the highest price; null for none
	 * @param minRegular the lowest price without a sale; null for none
	 * @param maxRegular the highest price without a sale; null for none
	 */
	public record Price(String amount, boolean onSale, @Nullable BigDecimal min, @Nullable BigDecimal max,
			@Nullable BigDecimal minRegular, @Nullable BigDecimal maxRegular) {
	}

	/**
	 * What reviewers think.
	 *
	 * @param average the mean of the ratings, from 1 to 5 with two decimals; 0 for none
	 * @param count how many rated it
	 */
	public record Rating(BigDecimal average, int count) {
	}

	/**
	 * An attribute with its names.
	 *
	 * @param use how the product uses it
	 * @param name its name
	 * @param slug its slug, {@code pa_...} for one of the shop's; the name for the
	 * product's own
	 * @param options the options' names
	 */
	public record Described(ProductContent.AttributeUse use, String name, String slug, List<String> options) {
	}

	/**
	 * A choice with its names.
	 *
	 * @param attributeId the shop's attribute; 0 for the product's own
	 * @param name the attribute's name
	 * @param slug its slug, {@code pa_...} for one of the shop's
	 * @param option the term's slug, or the product's own option
	 * @param display the term's name, or the product's own option
	 */
	public record Chosen(long attributeId, String name, String slug, String option, String display) {
	}

	/**
	 * The product of a variation.
	 *
	 * @param slug its slug, empty for none
	 * @param content what its editor has decided
	 * @param shippingClass its shipping class; null for none
	 */
	public record Parent(String slug, ProductContent content, @Nullable Term shippingClass) {
	}

	/**
	 * Whether it can be bought as it is.
	 * @return true for a priced product that is sold here and on its own
	 */
	public boolean purchasable() {
		return switch (this.content.type()) {
			case SIMPLE, VARIABLE -> !this.price.amount().isEmpty();
			case VARIATION -> !this.price.amount().isEmpty() && this.content.status() == ProductStatus.PUBLISH;
			case GROUPED, EXTERNAL -> false;
		};
	}

}
