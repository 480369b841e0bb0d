package dev.banyan.settings;

/**
 * There is no such setting.
 */
public class UnknownSetting extends RuntimeException {

	private final String id;

	/**
	 * Names the setting.
	 * @param id its id
	 */
	public UnknownSetting(String id) {
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
