/**
 * Added to the monolith by tests: lets a request stand still at the step that it names,
 * counts what it takes, or refuses calls of seams within a transaction. In a package of
 * its own, so that nothing scans it by accident.
 */
@NullMarked
package instrumented;

import org.jspecify.annotations.NullMarked;
