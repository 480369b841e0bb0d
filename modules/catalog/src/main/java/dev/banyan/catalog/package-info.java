/**
 * Products, variations, categories, tags, attributes, shipping classes and reviews. It
 * does not own stock: the level of a product is kept by inventory.
 */
@ApplicationModule(allowedDependencies = { "runtime", "inventory", "settings" })
@Seams(value = { Assortment.class, Attributes.class, Products.class, Reviews.class, Terms.class },
		unavailable = CatalogUnavailable.class)
@NullMarked
package dev.banyan.catalog;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
