package dev.banyan.legacy.protocol;

/**
 * The unchanged endpoints of one capability: binds handlers to declared routes.
 */
@FunctionalInterface
public interface Face {

	/**
	 * Binds this face's handlers.
	 * @param routes the declared routes; a pattern that is not declared is refused
	 */
	void bind(Routes routes);

}
