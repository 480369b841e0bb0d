package dev.banyan.settings;

/**
 * There is no such setting.
 */
public class UnknownSetting extends RuntimeException {

	/**
	 * Names the setting.
	 * @param id its id
	 */
	public UnknownSetting(String id) {
		super(id);
	}

}
