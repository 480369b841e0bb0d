package dev.banyan.taxes;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;
import org.jspecify.annotations.Nullable;

/**
 * The tax rates of the shop.
 */
public interface TaxRates {

	/** What rates are sorted by. */
	enum Sort {

		/** By id. */
		ID,
		/** By position, then id. */
		POSITION,
		/** By priority, then id. */
		PRIORITY

	}

	/**
	 * Finds a page of rates.
	 * @param taxClass only of this class; null for all
	 * @param sort what to sort by
	 * @param descending whether in falling order
	 * @param offset how many to leave out, 0 or more
	 * @param limit how many to return, 1 or more
	 * @return the rates
	 */
	@RepeatSafe
	List<TaxRate> find(@Nullable String taxClass, Sort sort, boolean descending, int offset, int limit);

	/**
	 * Counts rates.
	 * @param taxClass only of this class; null for all
	 * @return how many there are
	 */
	@RepeatSafe
	long count(@Nullable String taxClass);

	/**
	 * Finds a rate.
	 * @param id the rate
	 * @return the rate, empty if there is none
	 */
	@RepeatSafe
	Optional<TaxRate> find(long id);

	/**
	 * Stores a rate. A repeated call stores another one.
	 * @param rate the rate; its id is ignored
	 * @return the stored rate
	 */
	TaxRate add(TaxRate rate);

	/**
	 * Replaces a rate. May be repeated.
	 * @param rate the rate
	 * @return the stored rate, empty if there is none of that id
	 */
	@RepeatSafe
	Optional<TaxRate> replace(TaxRate rate);

	/**
	 * Removes a rate. May be repeated.
	 * @param id the rate
	 */
	@RepeatSafe
	void remove(long id);

}
