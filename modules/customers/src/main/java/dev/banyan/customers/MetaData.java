package dev.banyan.customers;

import org.jspecify.annotations.Nullable;

/**
 * Further data of a client.
 *
 * @param id its id, unique in the module; 0 if it is not stored yet
 * @param key its name
 * @param value text, a number, a boolean, a list or a map
 */
public record MetaData(long id, String key, @Nullable Object value) {
}
