package dev.banyan.catalog;

/**
 * A kind of terms.
 *
 * @param name its name
 */
public record Taxonomy(String name) {

	/** Categories: a tree. */
	public static final Taxonomy CATEGORY = new Taxonomy("product_cat");

	/** Tags. */
	public static final Taxonomy TAG = new Taxonomy("product_tag");

	/** Brands: a tree. */
	public static final Taxonomy BRAND = new Taxonomy("product_brand");

	/** Shipping classes. */
	public static final Taxonomy SHIPPING_CLASS = new Taxonomy("product_shipping_class");

	/**
	 * The terms of an attribute.
	 * @param attributeId the attribute
	 * @return its taxonomy
	 */
	public static Taxonomy ofAttribute(long attributeId) {
		return new Taxonomy("attribute:" + attributeId);
	}

	/**
	 * Whether its terms are the options of an attribute.
	 * @return true for {@link #ofAttribute}
	 */
	public boolean attribute() {
		return this.name.startsWith("attribute:");
	}

	/**
	 * Whether its terms have terms above them.
	 * @return true for categories and brands
	 */
	public boolean tree() {
		return equals(CATEGORY) || equals(BRAND);
	}

}
