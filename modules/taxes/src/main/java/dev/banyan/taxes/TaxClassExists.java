package dev.banyan.taxes;

/**
 * There is a tax class of that slug.
 */
public class TaxClassExists extends RuntimeException {

	private final String slug;

	/**
	 * Names the slug.
	 * @param slug the slug
	 */
	public TaxClassExists(String slug) {
		super("There is a tax class \"" + slug + "\"");
		this.slug = slug;
	}

	/**
	 * Tells which.
	 * @return the slug
	 */
	public String slug() {
		return this.slug;
	}

}
