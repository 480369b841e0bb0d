package dev.banyan.runtime.seam;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which share of the calls to a module leaves this process; can be changed at any time.
 */
public final class Placement {

	private final Map<String, Integer> remote = new ConcurrentHashMap<>();

	void register(String module, int percent) {
		this.remote.putIfAbsent(module, percent);
	}

	/**
	 * Changes the share of a module.
	 * @param module the module
	 * @param percent 0 to 100
	 * @throws IllegalArgumentException if the module has no seams here, or the share is
	 * out of range
	 */
	public void place(String module, int percent) {
		if (percent < 0 || percent > 100) {
			throw new IllegalArgumentException("The share is 0 to 100 percent, not " + percent);
		}
		if (this.remote.replace(module, percent) == null) {
			throw new IllegalArgumentException("No seam of a module " + module + " is used by this process");
		}
	}

	/**
	 * The shares.
	 * @return percent of calls that leave this process, by module
	 */
	public Map<String, Integer> shares() {
		return new TreeMap<>(this.remote);
	}

	boolean nextIsRemote(String module) {
		int percent = this.remote.getOrDefault(module, 0);
		return percent == 100 || (percent > 0 && ThreadLocalRandom.current().nextInt(100) < percent);
	}

}
