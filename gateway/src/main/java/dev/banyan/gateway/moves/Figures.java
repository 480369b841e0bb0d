package dev.banyan.gateway.moves;

import java.time.Duration;

/**
 * What one home did in a stretch of time.
 *
 * @param requests how many requests it answered or failed to
 * @param failures how many of them it failed: no answer, or a status of 500 and above
 * @param latencies how many took how long, by {@link #bucket}
 */
public record Figures(long requests, long failures, long[] latencies) {

	/** How many buckets of latency there are: four an octave, from a microsecond on. */
	public static final int BUCKETS = 112;

	/** No requests at all. */
	public static final Figures NONE = new Figures(0, 0, new long[BUCKETS]);

	/**
	 * The bucket of a latency.
	 * @param latency how long a request took
	 * @return its bucket, 0 to {@link #BUCKETS} - 1, each at most a quarter wider than
	 * the one before
	 */
	public static int bucket(Duration latency) {
		long micros = Math.max(4, latency.toNanos() / 1000);
		int octave = 63 - Long.numberOfLeadingZeros(micros);
		int quarter = (int) (micros >>> (octave - 2)) & 3;
		return Math.min(BUCKETS - 1, octave * 4 + quarter);
	}

	/**
	 * The upper border of a bucket.
	 * @param bucket the bucket
	 * @return the border, exclusive
	 */
	public static Duration border(int bucket) {
		int octave = bucket / 4;
		return Duration.ofNanos((((1L << octave) * (4 + bucket % 4 + 1)) / 4) * 1000);
	}

	/**
	 * A quantile of the latencies.
	 * @param share which one, 0 to 1
	 * @return the upper border of the bucket it falls in; zero without requests
	 */
	public Duration quantile(double share) {
		long rank = (long) Math.ceil(this.requests * share);
		long seen = 0;
		for (int bucket = 0; bucket < BUCKETS && this.requests > 0; bucket++) {
			seen += this.latencies[bucket];
			if (seen >= rank) {
				return border(bucket);
			}
		}
		return Duration.ZERO;
	}

	/**
	 * How many requests were slower than a limit.
	 * @param limit the limit
	 * @return the requests in buckets wholly above it
	 */
	public long slowerThan(Duration limit) {
		long slower = 0;
		for (int bucket = bucket(limit) + 1; bucket < BUCKETS; bucket++) {
			slower += this.latencies[bucket];
		}
		return slower;
	}

}
