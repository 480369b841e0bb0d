/**
 * Payment gateways: authorise, capture and refund. It does not know orders; a payment is
 * known by the key of its caller.
 */
@ApplicationModule(allowedDependencies = { "runtime" })
@Seams(value = { Gateways.class, Payments.class }, unavailable = PaymentsUnavailable.class)
@NullMarked
package dev.banyan.payments;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
