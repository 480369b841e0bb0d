package dev.banyan.gateway.moves;

/**
 * Exact probabilities for counts, also for small ones.
 */
final class Chance {

	private Chance() {
	}

	/**
	 * The probability of at least so many hits (upper tail of the binomial distribution).
	 */
	static double atLeast(long hits, long tries, double share) {
		double sum = 0;
		for (long k = hits; k <= tries; k++) {
			double term = Math.exp(logChoose(tries, k) + k * Math.log(share) + (tries - k) * Math.log1p(-share));
			sum += term;
			if (term < sum * 1e-12) {
				break;
			}
		}
		return Math.min(1, sum);
	}

	/**
	 * The probability that so many of the hits fall on the first of two groups if both
	 * have the same share (Fisher's exact test, one-sided).
	 */
	static double moreThanOther(long hits, long tries, long otherHits, long otherTries) {
		long all = hits + otherHits;
		double ways = logChoose(tries + otherTries, all);
		double sum = 0;
		for (long k = hits; k <= Math.min(all, tries); k++) {
			if (all - k <= otherTries) {
				sum += Math.exp(logChoose(tries, k) + logChoose(otherTries, all - k) - ways);
			}
		}
		return Math.min(1, sum);
	}

	private static double logChoose(long n, long k) {
		return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
	}

	private static double logFactorial(long n) {
		if (n < 20) {
			double product = 1;
			for (long i = 2; i <= n; i++) {
				product *= i;
			}
			return Math.log(product);
		}
		// Stirling's series; its error at 20 is below 1e-10.
		return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1.0 / (12.0 * n) - 1.0 / (360.0 * n * n * n);
	}

}
