package dev.banyan.settings;

/**
 * A setting may not have the value given.
 */
public class InvalidSettingValue extends RuntimeException {

	private final String id;

	/**
	 * Names the setting.
	 * @param id its id
	 */
	public InvalidSettingValue(String id) {
		super(id);
		this.id = id;
	}

	/**
	 * Tells which.
	 * @return its id
	 */
	public String id() {
		return this.id;
	}

}
