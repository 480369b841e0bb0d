package dev.banyan.shipping;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The zones of the shop and what they offer. Zone 0 always exists.
 */
public interface Zones {

	/**
	 * All zones.
	 * @return zone 0, then the others by position
	 */
	@RepeatSafe
	List<Zone> all();

	/**
	 * Finds a zone.
	 * @param id the zone
	 * @return the zone, empty if there is none
	 */
	@RepeatSafe
	Optional<Zone> find(long id);

	/**
	 * Stores a zone without locations. A repeated call stores another one.
	 * @param name its name
	 * @param position its position, 0 or more
	 * @return the zone
	 */
	Zone add(String name, int position);

	/**
	 * Replaces a zone with its locations. May be repeated.
	 * @param zone the zone, not zone 0
	 * @return the zone, empty if there is none of that id
	 */
	@RepeatSafe
	Optional<Zone> replace(Zone zone);

	/**
	 * Removes a zone and its methods. May be repeated.
	 * @param id the zone, not zone 0
	 */
	@RepeatSafe
	void remove(long id);

	/**
	 * What a zone offers.
	 * @param zoneId the zone
	 * @return its methods by position, also disabled ones
	 */
	@RepeatSafe
	List<ZoneMethod> methods(long zoneId);

	/**
	 * Adds a method to a zone. A repeated call adds another one.
	 * @param method the method; its id is ignored
	 * @return the method
	 */
	ZoneMethod add(ZoneMethod method);

	/**
	 * Replaces a method. May be repeated.
	 * @param method the method
	 * @return the method, empty if there is none of that id
	 */
	@RepeatSafe
	Optional<ZoneMethod> replace(ZoneMethod method);

	/**
	 * Removes a method. May be repeated.
	 * @param instanceId the method
	 */
	@RepeatSafe
	void removeMethod(long instanceId);

}
