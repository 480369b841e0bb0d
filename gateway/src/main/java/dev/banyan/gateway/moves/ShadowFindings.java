package dev.banyan.gateway.moves;

import java.time.Instant;

/**
 * What comparing the answers of two homes found.
 */
public interface ShadowFindings {

	/**
	 * Judges a comparison.
	 * @param capability whose answers
	 * @param since from when on
	 * @param enough how many compared answers are needed
	 * @return PASS with enough of them and no open difference; FAIL with an open one
	 */
	Judgement judge(String capability, Instant since, long enough);

}
