package dev.banyan.taxes;

/**
 * A tax class.
 *
 * @param slug its name in rates and products; {@code standard} is the built-in one
 * @param name what people read
 */
public record TaxClass(String slug, String name) {
}
