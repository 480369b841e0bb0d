/**
 * The unchanged endpoints of reports.
 */
@NullMarked
package dev.banyan.legacy.reporting;

import org.jspecify.annotations.NullMarked;
