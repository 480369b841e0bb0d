package dev.banyan.catalog;

/**
 * An attribute of the shop; its terms are the options of products.
 *
 * @param id identifies it; 0 for one that is new
 * @param name its name, not empty
 * @param slug its slug with the prefix {@code pa_}; empty to derive it from the name
 * @param type how it is chosen
 * @param orderBy how its terms are sorted: {@code menu_order}, {@code name},
 * {@code name_num} or {@code id}
 * @param archives whether its terms have pages
 */
public record Attribute(long id, String name, String slug, String type, String orderBy, boolean archives) {
}
