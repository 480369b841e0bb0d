/**
 * The unchanged endpoints of webhooks, and how deliveries look.
 */
@NullMarked
package dev.banyan.legacy.webhooks;

import org.jspecify.annotations.NullMarked;
