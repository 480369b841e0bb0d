package dev.banyan.ordering;

/**
 * An order is still being placed under the same key. Repeat the call later.
 */
public class PlacementUnderWay extends RuntimeException {

	/**
	 * Asks to wait.
	 */
	public PlacementUnderWay() {
		super("An order is being placed under this key");
	}

}
