package dev.banyan.shipping;

import java.util.List;

/**
 * A zone: places that are shipped to by the same methods.
 *
 * @param id the zone; 0 for the one of all other places, which has no locations
 * @param name its name
 * @param position zones with a lower one are asked first
 * @param locations the places; empty for everywhere
 */
public record Zone(long id, String name, int position, List<ZoneLocation> locations) {
}
