package dev.banyan.customers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A customer, or another account of the shop.
 *
 * @param id the account; 0 for one that is not stored yet
 * @param email its e-mail address, unique without regard to case
 * @param username its login name, unique without regard to case; empty to have one made
 * from the e-mail address
 * @param firstName first name
 * @param lastName last name
 * @param role for example {@code customer}
 * @param billing the billing address
 * @param shipping the shipping address
 * @param createdAt when it was registered
 * @param modifiedAt when it was changed last; null for never
 * @param payingCustomer whether an order of theirs was ever paid
 * @param metaData further data of clients
 */
public record Customer(long id, String email, String username, String firstName, String lastName, String role,
		Address billing, Address shipping, Instant createdAt, @Nullable Instant modifiedAt, boolean payingCustomer,
		List<MetaData> metaData) {
}
