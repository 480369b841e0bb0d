@NullMarked
package dev.banyan.settings.internal;

import org.jspecify.annotations.NullMarked;
