/**
 * Who calls: the claim that the gateway makes of a request's credentials, carried between
 * processes as a signed token.
 */
@NullMarked
package dev.banyan.runtime.caller;

import org.jspecify.annotations.NullMarked;
