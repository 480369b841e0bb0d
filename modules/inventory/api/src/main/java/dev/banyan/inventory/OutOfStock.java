package dev.banyan.inventory;

import java.util.List;

/**
 * More was asked for than is left.
 */
public class OutOfStock extends RuntimeException {

	private final List<Long> itemIds;

	/**
	 * Names the items.
	 * @param itemIds the items of which too few are left
	 */
	public OutOfStock(List<Long> itemIds) {
		super("Not enough in stock of " + itemIds);
		this.itemIds = List.copyOf(itemIds);
	}

	/**
	 * The items of which too few are left.
	 * @return at least one item
	 */
	public List<Long> itemIds() {
		return this.itemIds;
	}

}
