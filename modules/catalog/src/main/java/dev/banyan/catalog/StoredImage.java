package dev.banyan.catalog;

import java.time.Instant;

/**
 * An image that is kept.
 *
 * @param id identifies it
 * @param src its address
 * @param name its title
 * @param alt its text for those who cannot see it
 * @param created when it was added
 * @param modified when it was changed
 */
public record StoredImage(long id, String src, String name, String alt, Instant created, Instant modified) {
}
