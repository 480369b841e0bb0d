/**
 * Payment gateways: authorise, capture and refund. It does not know orders; a payment is
 * known by the key of its caller.
 */
@ApplicationModule(allowedDependencies = { "runtime" })
@NullMarked
package dev.banyan.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
