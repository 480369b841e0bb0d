package dev.banyan.shipping;

import java.util.List;

import dev.banyan.runtime.RepeatSafe;

/**
 * Says what shipping costs. Changes nothing, so a call may be repeated.
 */
public interface Quotes {

	/**
	 * What can be chosen for a parcel.
	 * @param request the parcel and where it goes
	 * @return the enabled methods of the first zone that covers the address and whose
	 * conditions are met, by position; empty if there is none
	 */
	@RepeatSafe
	List<Quote> quote(QuoteRequest request);

}
