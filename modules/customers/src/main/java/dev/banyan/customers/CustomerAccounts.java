package dev.banyan.customers;

import java.util.Map;
import java.util.Set;

import dev.banyan.runtime.RepeatSafe;

/**
 * What orders need of customers.
 */
public interface CustomerAccounts {

	/**
	 * Finds accounts.
	 * @param customerIds their ids
	 * @return those that exist, by id
	 */
	@RepeatSafe
	Map<Long, CustomerAccount> accounts(Set<Long> customerIds);

	/**
	 * Notes that a customer has paid an order. Safe to repeat; an unknown customer is
	 * ignored.
	 * @param key names the order, for example {@code order-1}; at most 190 characters
	 * @param customerId the customer
	 */
	void recordPaidOrder(String key, long customerId);

}
