package dev.banyan.runtime.edge;

/**
 * Words a failure of the gateway in the envelope of the API that was called.
 */
public interface EdgeErrors {

	/**
	 * Whether a path belongs to the API of this adapter.
	 * @param path the raw request path
	 * @return true if {@link #render} is to be asked
	 */
	boolean handles(String path);

	/**
	 * Words a failure.
	 * @param failure what happened
	 * @return the answer's body and its content type
	 */
	Body render(EdgeFailure failure);

	/**
	 * A rendered body.
	 *
	 * @param contentType its media type
	 * @param text the text, to be sent as UTF-8
	 */
	record Body(String contentType, String text) {
	}

}
