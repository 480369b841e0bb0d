package dev.banyan.gateway.moves;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import dev.banyan.gateway.routing.Home;
import org.jspecify.annotations.Nullable;

/**
 * How one capability's requests are shared out: part of the snapshot that requests are
 * routed by.
 *
 * @param move the move it follows from
 * @param home the home
 * @param candidate the candidate; null in phase HOME
 */
public record Split(Move move, Home home, @Nullable Home candidate) {

	private static final int BUCKETS = 10_000;

	/**
	 * Who serves a request.
	 * @param consumer who asks; the same consumer gets the same home while the weight
	 * stays, and keeps the candidate while it grows
	 * @param safe whether the request changes nothing
	 * @param wanted the home that a tester asks for by name
	 * @return the home; for a changing request the owner if the stores differ
	 */
	public Home choose(String consumer, boolean safe, @Nullable String wanted) {
		if (this.candidate == null || (!safe && !sameStore())) {
			return this.home;
		}
		if (wanted != null) {
			return wanted.equals(this.candidate.name()) ? this.candidate : this.home;
		}
		return (bucket(this.move.capability(), consumer) < this.move.weight() * BUCKETS / 100) ? this.candidate
				: this.home;
	}

	/**
	 * Whether both homes write to the same store: the live shop has its own.
	 * @return false while there is no candidate
	 */
	public boolean sameStore() {
		return this.candidate != null && this.candidate.legacy() == this.home.legacy();
	}

	/**
	 * A consumer's bucket.
	 * @param capability salts the hash, so that not always the same consumers go first
	 * @param consumer who
	 * @return 0 to 9,999
	 */
	static int bucket(String capability, String consumer) {
		CRC32C hash = new CRC32C();
		hash.update((capability + '\n' + consumer).getBytes(StandardCharsets.UTF_8));
		long mixed = hash.getValue() * 0x9E3779B97F4A7C15L;
		return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 32), BUCKETS);
	}

}
