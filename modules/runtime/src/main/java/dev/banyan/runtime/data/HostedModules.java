package dev.banyan.runtime.data;

import java.util.SortedSet;

/**
 * The business modules whose implementation is in this process.
 *
 * @param names their names, which are their schemas' names, too
 */
public record HostedModules(SortedSet<String> names) {
}
