/**
 * Shadow: copies of safe requests go to a candidate, its answers are compared with what
 * the client got, and each distinct difference becomes one item of the inbox.
 */
@NullMarked
package dev.banyan.gateway.shadow;

import org.jspecify.annotations.NullMarked;
