package dev.banyan.customers;

/**
 * An address; every part may be empty.
 *
 * @param firstName first name
 * @param lastName last name
 * @param company company
 * @param address1 street and number
 * @param address2 flat, suite
 * @param city city
 * @param postcode postcode
 * @param country ISO 3166-1 alpha-2 code
 * @param state code or name of the state
 * @param email e-mail address; always empty for shipping
 * @param phone telephone number
 */
public record Address(String firstName, String lastName, String company, String address1, String address2, String city,
		String postcode, String country, String state, String email, String phone) {

	/** An address with every part empty. */
	public static final Address EMPTY = new Address("", "", "", "", "", "", "", "", "", "", "");

}
