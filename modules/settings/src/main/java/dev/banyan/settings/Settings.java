package dev.banyan.settings;

import java.util.Map;
import java.util.Set;

import dev.banyan.runtime.RepeatSafe;

/**
 * What the other modules may know of the shop's settings. Reading changes nothing.
 */
public interface Settings {

	/**
	 * The values of some settings.
	 * @param ids ids as the API has them, for example {@code woocommerce_calc_taxes}
	 * @return value by id, the default where nothing was set; an unknown id is left out
	 */
	@RepeatSafe
	Map<String, String> values(Set<String> ids);

	/**
	 * The settings that calculations depend on, read at once.
	 * @return the settings as of now; what another process changed within the last 50 ms
	 * may not be among them
	 */
	@RepeatSafe
	ShopSettings current();

}
