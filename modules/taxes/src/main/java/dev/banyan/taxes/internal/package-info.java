@NullMarked
package dev.banyan.taxes.internal;

import org.jspecify.annotations.NullMarked;
