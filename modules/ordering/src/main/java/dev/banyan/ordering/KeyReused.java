package dev.banyan.ordering;

/**
 * Another order was placed under the same key.
 */
public class KeyReused extends RuntimeException {

	/**
	 * Refuses a key.
	 */
	public KeyReused() {
		super("Another order was placed under this key");
	}

}
