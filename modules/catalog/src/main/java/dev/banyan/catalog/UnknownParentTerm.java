package dev.banyan.catalog;

/**
 * The term above does not exist.
 */
public class UnknownParentTerm extends RuntimeException {

	private final long parentId;

	/**
	 * Names the parent.
	 * @param parentId the unknown term
	 */
	public UnknownParentTerm(long parentId) {
		super("No term " + parentId);
		this.parentId = parentId;
	}

	/**
	 * Tells which.
	 * @return the unknown term
	 */
	public long parentId() {
		return this.parentId;
	}

}
