package dev.banyan.catalog;

/**
 * A product was changed or deleted since it was read.
 */
public class ProductMoved extends RuntimeException {

	private final long productId;

	/**
	 * Names the product.
	 * @param productId the product
	 */
	public ProductMoved(long productId) {
		super("Product " + productId + " was changed or deleted in the meantime");
		this.productId = productId;
	}

	/**
	 * Tells which.
	 * @return the product
	 */
	public long productId() {
		return this.productId;
	}

}
