@NullMarked
package dev.banyan.customers.internal;

import org.jspecify.annotations.NullMarked;
