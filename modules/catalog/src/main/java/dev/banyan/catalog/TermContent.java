package dev.banyan.catalog;

/**
 * All that an editor decides about a term.
 *
 * @param name its name, not empty
 * @param slug its slug; empty to derive it from the name
 * @param parentId the term above it; 0 for none
 * @param description what it means, HTML
 * @param display what a category's page shows
 * @param imageId its image; 0 for none
 * @param menuOrder its place in lists sorted by hand
 */
public record TermContent(String name, String slug, long parentId, String description, String display, long imageId,
		int menuOrder) {
}
