/**
 * Customers and their addresses. It does not know orders; ordering tells it who has paid.
 */
@ApplicationModule(allowedDependencies = { "runtime" })
@Seams(value = { CustomerAccounts.class, Customers.class }, unavailable = CustomersUnavailable.class)
@NullMarked
package dev.banyan.customers;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
