/**
 * Products, variations, categories, tags, attributes, shipping classes and reviews. It
 * does not own stock: the level of a product is kept by inventory.
 */
@ApplicationModule(allowedDependencies = { "runtime", "inventory", "settings" })
@NullMarked
package dev.banyan.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
