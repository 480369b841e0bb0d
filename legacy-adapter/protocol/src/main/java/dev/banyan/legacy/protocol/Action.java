package dev.banyan.legacy.protocol;

/**
 * What a request is about to do, and how the API refuses it to someone who may not.
 */
public enum Action {

	/** Lists a collection. */
	LIST("woocommerce_rest_cannot_view", "Sorry, you cannot list resources."),
	/** Reads one resource. */
	VIEW("woocommerce_rest_cannot_view", "Sorry, you cannot view this resource."),
	/** Creates a resource. */
	CREATE("woocommerce_rest_cannot_create", "Sorry, you are not allowed to create resources."),
	/** Updates a resource. */
	EDIT("woocommerce_rest_cannot_edit", "Sorry, you are not allowed to edit this resource."),
	/** Deletes a resource. */
	DELETE("woocommerce_rest_cannot_delete", "Sorry, you are not allowed to delete this resource."),
	/** Changes many resources at once. */
	BATCH("woocommerce_rest_cannot_batch", "Sorry, you are not allowed to batch manipulate this resource."),
	/** Reads what everybody may read. */
	PUBLIC("", "");

	private final String code;

	private final String message;

	Action(String code, String message) {
		this.code = code;
		this.message = message;
	}

	RestError refusal() {
		return new RestError(401, this.code, this.message);
	}

}
