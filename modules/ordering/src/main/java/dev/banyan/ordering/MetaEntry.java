package dev.banyan.ordering;

import org.jspecify.annotations.Nullable;

/**
 * Something that a client has noted at an order or a line.
 *
 * @param id its id; 0 if it is yet to get one
 * @param name its name
 * @param content any JSON value; null in a change removes the entry
 */
public record MetaEntry(long id, String name, @Nullable Object content) {
}
