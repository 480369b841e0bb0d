/**
 * The unchanged endpoints of settings, reference data and the system status.
 */
@NullMarked
package dev.banyan.legacy.settings;

import org.jspecify.annotations.NullMarked;
