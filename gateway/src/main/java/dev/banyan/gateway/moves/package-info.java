/**
 * Moves: taking a capability from one home to another on a running shop, step by step,
 * and back. Knows homes, weights and verdicts; what the homes answer is compared in
 * {@code dev.banyan.gateway.shadow}.
 */
@NullMarked
package dev.banyan.gateway.moves;

import org.jspecify.annotations.NullMarked;
