package dev.banyan.runtime.event;

/**
 * An event as it travels.
 *
 * @param position its place in the table that it was read from; 0 outside of one
 * @param eventId the event's id
 * @param type the event's class
 * @param key what its order is kept by
 * @param payload the event as JSON
 */
record Letter(long position, String eventId, String type, String key, String payload) {
}
