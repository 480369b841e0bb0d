package dev.banyan.reporting;

import dev.banyan.runtime.Unavailable;

/**
 * Reporting could not be reached, or did not answer in time. The call may have run:
 * repeat it only with the same key.
 */
public class ReportingUnavailable extends Unavailable {

	/**
	 * Tells why.
	 * @param cause what the transport reported
	 */
	public ReportingUnavailable(Throwable cause) {
		super("Reporting is not available", cause);
	}

}
