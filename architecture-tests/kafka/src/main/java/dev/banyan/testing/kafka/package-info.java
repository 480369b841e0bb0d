/**
 * A Kafka broker on loopback.
 */
@NullMarked
package dev.banyan.testing.kafka;

import org.jspecify.annotations.NullMarked;
