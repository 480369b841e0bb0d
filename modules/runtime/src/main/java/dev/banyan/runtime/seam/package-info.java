/**
 * Seams: one Java interface, in this process or in another one, chosen per call.
 */
@NullMarked
package dev.banyan.runtime.seam;

import org.jspecify.annotations.NullMarked;
