/**
 * {@code /api/v1/orders}.
 */
@NullMarked
package dev.banyan.ordering.web;

import org.jspecify.annotations.NullMarked;
