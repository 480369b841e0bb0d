/**
 * Customers and their addresses. It does not know orders; ordering tells it who has paid.
 */
@ApplicationModule(allowedDependencies = { "runtime" })
@NullMarked
package dev.banyan.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
