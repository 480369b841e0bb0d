package dev.banyan.settings;

import java.time.Instant;
import java.util.UUID;

/**
 * A setting has another value.
 *
 * @param eventId identifies this event
 * @param occurredAt when it changed
 * @param group id of the setting's group
 * @param id id of the setting
 */
public record SettingChanged(UUID eventId, Instant occurredAt, String group, String id) {
}
