package dev.banyan.settings;

import java.util.List;

/**
 * A group of settings.
 *
 * @param id its id
 * @param label its name for a person, as HTML
 * @param description what it is about
 * @param parentId id of the group above; empty if there is none
 * @param subGroups ids of the groups below
 */
public record SettingGroup(String id, String label, String description, String parentId, List<String> subGroups) {
}
