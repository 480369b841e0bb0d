/**
 * Who wants to be told of what happens in the shop, and telling them until they have
 * heard it. What a message looks like is decided by the face that shows the same things.
 */
@ApplicationModule(allowedDependencies = { "runtime", "customers", "promotions", "catalog", "ordering" })
@Seams(value = { Deliveries.class, Webhooks.class }, unavailable = WebhooksUnavailable.class)
@NullMarked
package dev.banyan.webhooks;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
