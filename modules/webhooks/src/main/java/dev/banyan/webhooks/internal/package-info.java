@NullMarked
package dev.banyan.webhooks.internal;

import org.jspecify.annotations.NullMarked;
