package dev.banyan.taxes;

/**
 * Where something is taxed.
 *
 * @param country ISO 3166-1 alpha-2 code, empty if not known
 * @param state the code of the state, empty for none
 * @param postcode the postcode as it was typed, empty for none
 * @param city the city as it was typed, empty for none
 */
public record TaxAddress(String country, String state, String postcode, String city) {
}
