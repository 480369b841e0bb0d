package dev.banyan.catalog;

/**
 * The term above does not exist.
 */
public class UnknownParentTerm extends RuntimeException {

	/**
	 * Names the parent.
	 * @param parentId the unknown term
	 */
	public UnknownParentTerm(long parentId) {
		super("No term " + parentId);
	}

}
