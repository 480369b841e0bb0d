package dev.banyan.taxes;

/**
 * There is a tax class of that slug.
 */
public class TaxClassExists extends RuntimeException {

	/**
	 * Names the slug.
	 * @param slug the slug
	 */
	public TaxClassExists(String slug) {
		super("There is a tax class \"" + slug + "\"");
	}

}
