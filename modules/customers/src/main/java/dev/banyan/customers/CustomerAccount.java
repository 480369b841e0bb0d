package dev.banyan.customers;

/**
 * An account as an order needs it.
 *
 * @param id the customer
 * @param email the account's e-mail address
 * @param username the login name
 * @param firstName first name, may be empty
 * @param lastName last name, may be empty
 * @param role for example {@code customer}
 * @param billing the billing address
 * @param shipping the shipping address
 * @param payingCustomer whether an order of theirs was ever paid
 */
public record CustomerAccount(long id, String email, String username, String firstName, String lastName, String role,
		Address billing, Address shipping, boolean payingCustomer) {
}
