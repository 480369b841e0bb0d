package dev.banyan.catalog;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.banyan.inventory.Backorders;
import dev.banyan.inventory.StockStatus;

/**
 * All that an editor decides about a product or a variation.
 *
 * @param type what it is
 * @param status whether it is published
 * @param texts what is read
 * @param codes what it is known by elsewhere
 * @param listing how it is listed
 * @param pricing what it costs
 * @param tax how it is taxed
 * @param stock how its stock is kept
 * @param shipping how it is shipped
 * @param downloads what is downloaded
 * @param external where it is sold, of an external product
 * @param relations the products it points to
 * @param assignments the terms it is filed under
 * @param images its images, the first one is shown in lists
 * @param attributes what describes it; empty for a variation
 * @param choices the preselected options of a variable product, or the options that make
 * a variation
 * @param meta what integrations store with it
 */
public record ProductContent(ProductType type, ProductStatus status, Texts texts, Codes codes, Listing listing,
		Pricing pricing, Tax tax, StockTerms stock, Shipping shipping, Downloads downloads, External external,
		Relations relations, Assignments assignments, List<Image> images, List<AttributeUse> attributes,
		List<Choice> choices, List<Meta> meta) {

	/**
	 * A new product with every default.
	 * @param type what it is
	 * @return the content
	 */
	public static ProductContent blank(ProductType type) {
		return new ProductContent(type, ProductStatus.PUBLISH, new Texts("", "", "", "", "", ""), new Codes("", ""),
				new Listing(false, Visibility.VISIBLE, 0, true, null), new Pricing("", "", null, null),
				new Tax(TaxStatus.TAXABLE, (type == ProductType.VARIATION) ? "parent" : ""),
				new StockTerms(false, null, Backorders.NO, null, StockStatus.IN_STOCK, false),
				new Shipping(false, "", "", "", "", 0), new Downloads(false, List.of(), -1, -1), new External("", ""),
				new Relations(List.of(), List.of(), List.of(), 0), new Assignments(List.of(), List.of(), List.of()),
				List.of(), List.of(), List.of(), List.of());
	}

	/**
	 * What is read.
	 *
	 * @param name the name, not empty once saved; empty for a variation
	 * @param slug its name in addresses; empty to derive one when it is published
	 * @param description the long text, HTML
	 * @param shortDescription the short text, HTML
	 * @param purchaseNote told to the buyer, HTML
	 * @param password empty unless shoppers need one
	 */
	public record Texts(String name, String slug, String description, String shortDescription, String purchaseNote,
			String password) {
	}

	/**
	 * What it is known by elsewhere.
	 *
	 * @param sku the shop's own number, unique without regard to case; empty for none
	 * @param globalUniqueId GTIN, UPC, EAN or ISBN; empty for none
	 */
	public record Codes(String sku, String globalUniqueId) {
	}

	/**
	 * How it is listed.
	 *
	 * @param featured whether it is put forward
	 * @param visibility where shoppers find it
	 * @param menuOrder its place in lists sorted by hand
	 * @param reviewsAllowed whether it may be reviewed
	 * @param created the date it carries; null for the time it is saved first
	 */
	public record Listing(boolean featured, Visibility visibility, int menuOrder, boolean reviewsAllowed,
			@Nullable Instant created) {
	}

	/**
	 * What it costs, decimal numbers as they were written, in the shop's currency.
	 *
	 * @param regular the price; empty for none
	 * @param sale the price while it is on sale; empty for none
	 * @param saleFrom when the sale begins; null if it has begun
	 * @param saleTo when the sale has ended; null for never
	 */
	public record Pricing(String regular, String sale, @Nullable Instant saleFrom, @Nullable Instant saleTo) {
	}

	/**
	 * How it is taxed.
	 *
	 * @param status what of it is taxed
	 * @param taxClass a tax class' slug, empty for the standard one, {@code parent} for
	 * that of a variation's product
	 */
	public record Tax(TaxStatus status, String taxClass) {
	}

	/**
	 * How its stock is kept.
	 *
	 * @param managed whether it is counted
	 * @param quantity the quantity from now on; null leaves it as it is
	 * @param backorders whether it may be sold beyond its stock
	 * @param lowStockAmount when stock counts as low; null for the shop's threshold
	 * @param status the status if it is not counted
	 * @param soldIndividually whether an order takes one only
	 */
	public record StockTerms(boolean managed, @Nullable Integer quantity, Backorders backorders,
			@Nullable Integer lowStockAmount, StockStatus status, boolean soldIndividually) {
	}

	/**
	 * How it is shipped, in the shop's units.
	 *
	 * @param virtual whether it is never shipped
	 * @param weight its weight, a decimal number or empty
	 * @param length its length, a decimal number or empty
	 * @param width its width, a decimal number or empty
	 * @param height its height, a decimal number or empty
	 * @param classId its shipping class, 0 for none
	 */
	public record Shipping(boolean virtual, String weight, String length, String width, String height, long classId) {
	}

	/**
	 * What is downloaded.
	 *
	 * @param downloadable whether it is a download
	 * @param files the files
	 * @param limit how often each may be fetched, -1 for no limit
	 * @param expiry the days until it may no longer be fetched, -1 for never
	 */
	public record Downloads(boolean downloadable, List<DownloadFile> files, int limit, int expiry) {
	}

	/**
	 * A file.
	 *
	 * @param id identifies it for those who have bought it
	 * @param name what the buyer reads
	 * @param file its address
	 */
	public record DownloadFile(String id, String name, String file) {
	}

	/**
	 * Where an external product is sold.
	 *
	 * @param url the address there
	 * @param buttonText what the button says
	 */
	public record External(String url, String buttonText) {
	}

	/**
	 * The products it points to.
	 *
	 * @param upsells better ones
	 * @param crossSells ones that go with it
	 * @param grouped those of a grouped product
	 * @param parent the product above it; 0 for none
	 */
	public record Relations(List<Long> upsells, List<Long> crossSells, List<Long> grouped, long parent) {
	}

	/**
	 * The terms it is filed under.
	 *
	 * @param categories its categories; the default category if it is saved with none
	 * @param tags its tags
	 * @param brands its brands
	 */
	public record Assignments(List<Long> categories, List<Long> tags, List<Long> brands) {
	}

	/**
	 * An image.
	 *
	 * @param id identifies it; 0 for one that is new
	 * @param src its address
	 * @param name its title
	 * @param alt its text for those who cannot see it
	 */
	public record Image(long id, String src, String name, String alt) {
	}

	/**
	 * An attribute of a product.
	 *
	 * @param attributeId the shop's attribute; 0 for one of the product alone
	 * @param name the name of the product's own one
	 * @param position its place
	 * @param visible whether shoppers see it
	 * @param variation whether variations are chosen by it
	 * @param termIds the terms of the shop's attribute
	 * @param options the options of the product's own one
	 */
	public record AttributeUse(long attributeId, String name, int position, boolean visible, boolean variation,
			List<Long> termIds, List<String> options) {
	}

	/**
	 * An option of an attribute.
	 *
	 * @param attributeId the shop's attribute; 0 for one of the product alone
	 * @param name the name of the product's own one
	 * @param option the term's slug, or the product's own option
	 */
	public record Choice(long attributeId, String name, String option) {
	}

	/**
	 * What an integration stores.
	 *
	 * @param id identifies the entry; 0 for one that is new
	 * @param name its name
	 * @param json its content as JSON
	 */
	public record Meta(long id, String name, String json) {
	}

}
