package dev.banyan.reporting;

/**
 * How much of a product was sold.
 *
 * @param productId the product; its variations count for it
 * @param name what it was called when it was sold
 * @param quantity how many pieces
 */
public record ProductSales(long productId, String name, long quantity) {
}
