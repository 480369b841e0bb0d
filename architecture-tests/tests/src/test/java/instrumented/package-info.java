/**
 * Added to the monolith by tests: lets a request stand still at the step that it names,
 * or counts what it takes. In a package of its own, so that nothing scans it by accident.
 */
@NullMarked
package instrumented;

import org.jspecify.annotations.NullMarked;
