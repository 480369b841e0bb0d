package dev.banyan.shipping;

import java.util.Map;

/**
 * A way of shipping that a zone offers.
 *
 * @param instanceId its id, unique in the shop; 0 for one that is not stored yet
 * @param zoneId its zone
 * @param type {@code flat_rate}, {@code free_shipping} or {@code local_pickup}
 * @param position those with a lower one are listed first; 0 for the end
 * @param enabled whether it is offered
 * @param settings its settings by name; those that are missing have their defaults
 */
public record ZoneMethod(long instanceId, long zoneId, String type, int position, boolean enabled,
		Map<String, String> settings) {

	/**
	 * A setting.
	 * @param name its name
	 * @param otherwise its default
	 * @return its value
	 */
	public String setting(String name, String otherwise) {
		return this.settings.getOrDefault(name, otherwise);
	}

}
