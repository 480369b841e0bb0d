package dev.banyan.catalog;

/**
 * Another product has the SKU.
 */
public class SkuTaken extends RuntimeException {

	private final String sku;

	private final long productId;

	/**
	 * Names the SKU.
	 * @param sku the SKU
	 * @param productId the product that has it
	 */
	public SkuTaken(String sku, long productId) {
		super("Product " + productId + " has SKU " + sku);
		this.sku = sku;
		this.productId = productId;
	}

	/**
	 * The SKU that was asked for.
	 * @return the SKU
	 */
	public String sku() {
		return this.sku;
	}

	/**
	 * The product that has it.
	 * @return its id
	 */
	public long productId() {
		return this.productId;
	}

}
