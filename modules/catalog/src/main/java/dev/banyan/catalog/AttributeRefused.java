package dev.banyan.catalog;

/**
 * An attribute cannot have the slug.
 */
public class AttributeRefused extends RuntimeException {

	private final Reason reason;

	private final String slug;

	/**
	 * Tells why.
	 * @param reason why
	 * @param slug the slug without its prefix
	 */
	public AttributeRefused(Reason reason, String slug) {
		super("Attribute slug " + slug + ": " + reason);
		this.reason = reason;
		this.slug = slug;
	}

	/**
	 * Why it was refused.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * The slug without its prefix.
	 * @return the slug
	 */
	public String slug() {
		return this.slug;
	}

	/**
	 * Why a slug is refused.
	 */
	public enum Reason {

		/** Another attribute has it. */
		TAKEN,
		/** It has more than 28 characters. */
		TOO_LONG,
		/** It has another meaning. */
		RESERVED

	}

}
