package dev.banyan.catalog;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A product or a variation as an order needs it.
 *
 * @param id the product or the variation
 * @param parentId the variation's product; 0 for a product
 * @param type what it is
 * @param status whether it is published
 * @param name its own name; of a variation the parent's name with the chosen options
 * @param parentName the parent's name, the own one for a product
 * @param sku its SKU, the parent's if a variation has none; empty for none
 * @param price what it costs now, in the shop's currency; null if it has no price
 * @param regularPrice what it costs without a sale; null for none
 * @param onSale whether the price is a sale price
 * @param taxStatus what of it is taxed
 * @param taxClass the slug of its tax class, empty for the standard one; inheritance is
 * resolved
 * @param shippingClassId its shipping class, the parent's if a variation has none; 0 for
 * none
 * @param shippingClass the slug of that class, empty for none
 * @param virtual whether it is never shipped
 * @param downloadable whether it is a download
 * @param soldIndividually whether an order takes one only
 * @param imageId its image, the parent's if it has none; 0 for none
 * @param imageUrl that image's address, empty for none
 * @param options what a variation is chosen by; empty for a product
 */
public record SellableItem(long id, long parentId, ProductType type, ProductStatus status, String name,
		String parentName, String sku, @Nullable BigDecimal price, @Nullable BigDecimal regularPrice, boolean onSale,
		TaxStatus taxStatus, String taxClass, long shippingClassId, String shippingClass, boolean virtual,
		boolean downloadable, boolean soldIndividually, long imageId, String imageUrl, List<Option> options) {

	/**
	 * A choice that makes a variation.
	 *
	 * @param key the attribute's slug, {@code pa_...} for one of the shop's attributes
	 * @param label the attribute's name
	 * @param value the slug of a shop attribute's term, the text of a product's own
	 * option; empty if any will do
	 * @param display the term's name or the text
	 */
	public record Option(String key, String label, String value, String display) {
	}

	/**
	 * The item whose stock is asked for: the id itself; inventory knows what inherits.
	 * @return the id in inventory
	 */
	public long stockItemId() {
		return this.id;
	}

	/**
	 * The product that sales are counted for.
	 * @return the parent of a variation, else the id
	 */
	public long productId() {
		return (this.parentId != 0) ? this.parentId : this.id;
	}

}
