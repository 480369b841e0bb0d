package dev.banyan.runtime.caller;

/**
 * What a consumer key may do.
 */
public enum Permissions {

	/** Nothing: there is no accepted key. */
	NONE(false, false),
	/** Safe requests only. */
	READ(true, false),
	/** Changing requests only. */
	WRITE(false, true),
	/** Everything. */
	READ_WRITE(true, true);

	private final boolean read;

	private final boolean write;

	Permissions(boolean read, boolean write) {
		this.read = read;
		this.write = write;
	}

	/**
	 * Whether safe requests are allowed.
	 * @return true for {@link #READ} and {@link #READ_WRITE}
	 */
	public boolean canRead() {
		return this.read;
	}

	/**
	 * Whether changing requests are allowed.
	 * @return true for {@link #WRITE} and {@link #READ_WRITE}
	 */
	public boolean canWrite() {
		return this.write;
	}

}
