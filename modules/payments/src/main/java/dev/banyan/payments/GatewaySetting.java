package dev.banyan.payments;

/**
 * A setting of a payment gateway.
 *
 * @param id its id
 * @param label its name for people
 * @param description what it does
 * @param type {@code safe_text}, {@code textarea}, {@code checkbox} (yes or no) or
 * {@code multiselect} (ids of shipping methods, separated by commas)
 * @param fallback its value where nothing was set
 * @param content its value
 */
public record GatewaySetting(String id, String label, String description, String type, String fallback,
		String content) {

	/**
	 * The setting with another value.
	 * @param other the value
	 * @return the setting
	 */
	public GatewaySetting with(String other) {
		return new GatewaySetting(this.id, this.label, this.description, this.type, this.fallback, other);
	}

}
