package dev.banyan.reporting;

import java.time.LocalDate;
import java.util.List;

import dev.banyan.runtime.RepeatSafe;

/**
 * What was sold. Orders count that are processing, on hold, completed or refunded, on the
 * day on which they were entered, in UTC. The figures follow the orders by events, as a
 * rule within a second.
 */
public interface Sales {

	/**
	 * Sums up days.
	 * @param from the first day
	 * @param to the last day
	 * @return the days on which something was sold, in order
	 */
	@RepeatSafe
	List<DaySales> days(LocalDate from, LocalDate to);

	/**
	 * Finds what was sold most.
	 * @param from the first day
	 * @param to the last day
	 * @param limit how many products to return, 1 or more
	 * @return the products, the one sold most first
	 */
	@RepeatSafe
	List<ProductSales> topSellers(LocalDate from, LocalDate to, int limit);

	/**
	 * Reads all orders anew, while the shop runs. Safe to repeat, also after it was
	 * interrupted.
	 * @return how many orders there are
	 */
	@RepeatSafe
	long rebuild();

}
