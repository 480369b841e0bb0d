package dev.banyan.catalog;

import java.util.Map;
import java.util.Set;

import dev.banyan.inventory.InventoryUnavailable;
import dev.banyan.runtime.RepeatSafe;

/**
 * Products and variations. Every method that reads or writes a product asks inventory
 * once, however many products there are, and may throw {@link InventoryUnavailable}.
 */
public interface Products {

	/**
	 * Lists products or variations.
	 * @param query which ones
	 * @return the products asked for
	 */
	@RepeatSafe
	Slice<Product> find(ProductQuery query);

	/**
	 * Reads products and variations.
	 * @param ids any number
	 * @return those that exist, trashed ones included
	 */
	@RepeatSafe
	Map<Long, Product> products(Set<Long> ids);

	/**
	 * Adds a product.
	 * @param content what it is; a variation goes to {@link #addVariation}
	 * @return the product
	 * @throws SkuTaken if another product has its SKU
	 */
	Product add(ProductContent content);

	/**
	 * Adds a variation.
	 * @param productId the product
	 * @param content what it is
	 * @return the variation
	 * @throws SkuTaken if another product has its SKU
	 */
	Product addVariation(long productId, ProductContent content);

	/**
	 * Changes a product or a variation.
	 * @param id the product
	 * @param version the version that the change starts from
	 * @param content what it is from now on
	 * @return the product
	 * @throws SkuTaken if another product has its SKU
	 * @throws ProductMoved if it was changed or deleted in the meantime
	 */
	Product change(long id, long version, ProductContent content);

	/**
	 * Throws a product away: it keeps its content and can be taken back by a change of
	 * its status.
	 * @param id the product, unknown ones are ignored
	 */
	void trash(long id);

	/**
	 * Deletes a product for good, with its variations and reviews. Safe to repeat.
	 * @param id the product or variation, unknown ones are ignored
	 */
	@RepeatSafe
	void delete(long id);

	/**
	 * Adds a draft that is like a product, with copies of its variations.
	 * @param id the product
	 * @return the copy
	 * @throws ProductMoved if there is no such product
	 */
	Product duplicate(long id);

	/**
	 * The slugs that products would get from their names.
	 * @param names the names by product
	 * @return a slug per product that no other product has
	 */
	@RepeatSafe
	Map<Long, String> freeSlugs(Map<Long, String> names);

	/**
	 * An SKU that is free.
	 * @param sku what it begins with
	 * @return the SKU with the first number that is free
	 */
	@RepeatSafe
	String freeSku(String sku);

	/**
	 * Reads images.
	 * @param ids any number
	 * @return those that exist
	 */
	@RepeatSafe
	Map<Long, StoredImage> images(Set<Long> ids);

	/**
	 * Keeps an image.
	 * @param image an image with its address
	 * @return the image with its id
	 */
	StoredImage keep(ProductContent.Image image);

	/**
	 * The names of everything that integrations store with products.
	 * @param search what the names contain; empty for all
	 * @param descending whether from z to a
	 * @param offset how many are skipped
	 * @param limit how many are returned
	 * @return the names
	 */
	@RepeatSafe
	Slice<String> metaNames(String search, boolean descending, long offset, int limit);

	/**
	 * How many published products of each type are there, variations left out.
	 * @return the number per type
	 */
	@RepeatSafe
	Map<ProductType, Long> countByType();

}
