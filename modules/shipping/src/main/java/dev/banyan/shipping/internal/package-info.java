@NullMarked
package dev.banyan.shipping.internal;

import org.jspecify.annotations.NullMarked;
