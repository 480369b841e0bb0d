@NullMarked
package dev.banyan.promotions.internal;

import org.jspecify.annotations.NullMarked;
