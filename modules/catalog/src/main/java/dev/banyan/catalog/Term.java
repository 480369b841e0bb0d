package dev.banyan.catalog;

/**
 * What products are filed under: a category, a tag, a brand, a shipping class or a term
 * of an attribute.
 *
 * @param id identifies it among all terms
 * @param taxonomy what kind of term it is
 * @param name its name
 * @param slug its name in addresses, unique within the taxonomy
 * @param parentId the term above it; 0 for none
 * @param description what it means, HTML
 * @param display what a category's page shows: {@code default}, {@code products},
 * {@code subcategories} or {@code both}
 * @param imageId its image; 0 for none
 * @param menuOrder its place in lists sorted by hand
 * @param count how many published products are filed under it or below it
 */
public record Term(long id, Taxonomy taxonomy, String name, String slug, long parentId, String description,
		String display, long imageId, int menuOrder, int count) {
}
