/**
 * Added to the monolith by tests that kill it: lets a request stand still at the step
 * that it names. In a package of its own, so that nothing scans it by accident.
 */
@NullMarked
package halting;

import org.jspecify.annotations.NullMarked;
