/**
 * Events between processes: from the publisher's outbox through Kafka to the inbox of
 * each listening module.
 */
@NullMarked
package dev.banyan.runtime.event;

import org.jspecify.annotations.NullMarked;
