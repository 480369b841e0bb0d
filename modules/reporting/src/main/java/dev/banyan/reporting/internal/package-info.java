@NullMarked
package dev.banyan.reporting.internal;

import org.jspecify.annotations.NullMarked;
