/**
 * What happens to a request: who asks, which home serves it, what it is measured and
 * compared by.
 */
@NullMarked
package dev.banyan.gateway.traffic;

import org.jspecify.annotations.NullMarked;
