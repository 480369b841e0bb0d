package dev.banyan.catalog;

/**
 * The name or the slug of a term is taken.
 */
public class TermExists extends RuntimeException {

	private final long termId;

	private final boolean slug;

	/**
	 * Names the other term.
	 * @param termId the term that has it
	 * @param slug whether it is the slug, else the name
	 */
	public TermExists(long termId, boolean slug) {
		super("Term " + termId + " has this " + (slug ? "slug" : "name"));
		this.termId = termId;
		this.slug = slug;
	}

	/**
	 * The term that has it.
	 * @return its id
	 */
	public long termId() {
		return this.termId;
	}

	/**
	 * Whether the slug is taken.
	 * @return true for the slug, false for the name
	 */
	public boolean slug() {
		return this.slug;
	}

}
