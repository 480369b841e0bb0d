package dev.banyan.catalog;

import java.util.List;

/**
 * A part of a list.
 *
 * @param <T> what is listed
 * @param items the part
 * @param total how many the whole list has
 */
public record Slice<T>(List<T> items, long total) {
}
