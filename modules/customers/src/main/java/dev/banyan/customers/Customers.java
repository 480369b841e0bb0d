package dev.banyan.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;
import org.jspecify.annotations.Nullable;

/**
 * The customers of the shop.
 */
public interface Customers {

	/**
	 * Finds a page of customers.
	 * @param query which ones
	 * @return the customers
	 */
	@RepeatSafe
	List<Customer> find(CustomerQuery query);

	/**
	 * Counts the customers that a query finds on all pages.
	 * @param query which ones
	 * @return how many there are
	 */
	@RepeatSafe
	long count(CustomerQuery query);

	/**
	 * Counts accounts by whether they ever paid, those who run the shop (administrators
	 * and shop managers) left out.
	 * @param paying whether to count those who paid
	 * @return how many there are
	 */
	@RepeatSafe
	long count(boolean paying);

	/**
	 * Tells when customers registered; accounts of other roles are left out.
	 * @param from the first instant
	 * @param to the instant after the last
	 * @return an instant for each customer, in order
	 */
	@RepeatSafe
	List<Instant> registrations(Instant from, Instant to);

	/**
	 * Finds a customer.
	 * @param id the customer
	 * @return the customer, empty if there is none
	 */
	@RepeatSafe
	Optional<Customer> find(long id);

	/**
	 * Registers a customer. A repeated call fails.
	 * @param customer the customer; the id is ignored, an empty username is replaced
	 * @param password the password; null to have one made that nobody knows
	 * @return the stored customer
	 * @throws CustomerConflict if the e-mail address or the username is taken
	 */
	Customer register(Customer customer, @Nullable String password);

	/**
	 * Replaces a customer's data but for the username, the role and what was paid. May be
	 * repeated.
	 * @param customer the customer
	 * @param password the new password; null to keep the old one
	 * @return the stored customer, empty if there is none of that id
	 * @throws CustomerConflict if the e-mail address is taken
	 */
	@RepeatSafe
	Optional<Customer> replace(Customer customer, @Nullable String password);

	/**
	 * Removes a customer. May be repeated.
	 * @param id the customer
	 */
	@RepeatSafe
	void remove(long id);

}
