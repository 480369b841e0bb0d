package dev.banyan.settings;

/**
 * A setting may not have the value given.
 */
public class InvalidSettingValue extends RuntimeException {

	/**
	 * Names the setting.
	 * @param id its id
	 */
	public InvalidSettingValue(String id) {
		super(id);
	}

}
