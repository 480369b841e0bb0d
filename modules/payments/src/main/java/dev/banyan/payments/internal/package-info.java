/**
 * Gateways and payments as they are kept in payments' own schema, and the providers that
 * come with Banyan.
 */
@NullMarked
package dev.banyan.payments.internal;

import org.jspecify.annotations.NullMarked;
