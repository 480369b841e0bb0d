package dev.banyan.gateway.moves;

import java.time.Duration;

/**
 * A verdict on a candidate's figures and what it follows from. A limit counts as broken
 * if the bad share is above it and chance is no explanation: neither against the limit
 * (binomial tail) nor against the other home in the same stretch of time (Fisher's exact
 * test; left out while the other home serves nobody).
 *
 * @param verdict the verdict
 * @param reason the figures in words
 */
public record Judgement(Verdict verdict, String reason) {

	/**
	 * Judges.
	 * @param candidate what the candidate did
	 * @param other what the other home did in the same time
	 * @param limits the limits
	 * @return the verdict; never ERROR
	 */
	public static Judgement of(Figures candidate, Figures other, Limits limits) {
		if (candidate.requests() == 0) {
			return new Judgement(Verdict.INCONCLUSIVE, "the candidate has had no request yet");
		}
		Duration slow = slow(other, limits);
		Bad failed = new Bad("failed", candidate.failures(), candidate.requests(), other.failures(), other.requests());
		Bad late = new Bad("took longer than " + slow.toMillis() + " ms", candidate.slowerThan(slow),
				candidate.requests(), other.slowerThan(slow), other.requests());
		for (Bad bad : new Bad[] { failed, late }) {
			if (bad.broken(limits)) {
				return new Judgement(Verdict.FAIL, bad.words());
			}
		}
		boolean within = failed.within(limits) && late.within(limits);
		boolean enough = candidate.requests() >= limits.enough();
		return new Judgement((enough && within) ? Verdict.PASS : Verdict.INCONCLUSIVE,
				failed.words() + "; " + late.words());
	}

	private static Duration slow(Figures other, Limits limits) {
		if (other.requests() < limits.enough()) {
			return limits.slowest();
		}
		Duration relative = other.quantile(0.99).plus(limits.slower());
		return (relative.compareTo(limits.slowest()) < 0) ? relative : limits.slowest();
	}

	private record Bad(String what, long bad, long all, long otherBad, long otherAll) {

		boolean within(Limits limits) {
			return this.bad <= this.all * limits.badShare();
		}

		boolean broken(Limits limits) {
			if (within(limits)) {
				return false;
			}
			double chance = Chance.atLeast(this.bad, this.all, limits.badShare());
			return (this.otherAll == 0) ? chance < limits.significance() : chance < limits.besideOther()
					&& Chance.moreThanOther(this.bad, this.all, this.otherBad, this.otherAll) < limits.significance();
		}

		String words() {
			return "%d of %d requests %s, %d of %d at the other home".formatted(this.bad, this.all, this.what,
					this.otherBad, this.otherAll);
		}

	}

}
