package dev.banyan.settings;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;
import org.jspecify.annotations.Nullable;

/**
 * The settings as an administrator sees and changes them.
 */
public interface Options {

	/**
	 * All groups in their order.
	 * @return the groups
	 */
	@RepeatSafe
	List<SettingGroup> groups();

	/**
	 * The settings of a group in their order.
	 * @param group id of the group
	 * @return the settings; empty if there is no such group or it has none
	 */
	@RepeatSafe
	List<Setting> in(String group);

	/**
	 * One setting.
	 * @param group id of its group
	 * @param id its id
	 * @return the setting, if there is one
	 */
	@RepeatSafe
	Optional<Setting> find(String group, String id);

	/**
	 * Changes a setting. Repeating the call is safe.
	 * @param group id of its group
	 * @param id its id
	 * @param value a text, or a list of texts for {@code multiselect}; null empties it
	 * @return the setting as changed
	 * @throws UnknownSetting if there is no such setting
	 * @throws InvalidSettingValue if the setting may not have this value
	 */
	@RepeatSafe
	Setting change(String group, String id, @Nullable Object value);

}
