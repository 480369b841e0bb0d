package dev.banyan.runtime.caller;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as the gateway found out.
 *
 * @param kind what the credentials amount to
 * @param consumer the stable id of the consumer key or user, if there is one; never the
 * key itself
 * @param permissions what the caller may do
 * @param refusal why credentials were refused, only with {@link Kind#REFUSED}
 * @param publicUrl scheme, host and port that the client used; links in answers start
 * with it
 */
public record Caller(Kind kind, @Nullable String consumer, Permissions permissions, @Nullable Refusal refusal,
		URI publicUrl) {

	private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

	/**
	 * What credentials amount to.
	 */
	public enum Kind {

		/** No credentials, or none that the API looks at. */
		ANONYMOUS,
		/** A known consumer key. */
		KEY,
		/** A user of the shop. */
		USER,
		/** Credentials that are wrong. */
		REFUSED

	}

	/**
	 * A caller without credentials.
	 * @param publicUrl the address that the client used
	 * @return the caller
	 */
	public static Caller anonymous(URI publicUrl) {
		return new Caller(Kind.ANONYMOUS, null, Permissions.NONE, null, publicUrl);
	}

	/**
	 * A caller with a known key.
	 * @param consumer the stable id of the key
	 * @param permissions what the key may do
	 * @param publicUrl the address that the client used
	 * @return the caller
	 */
	public static Caller key(String consumer, Permissions permissions, URI publicUrl) {
		return new Caller(Kind.KEY, consumer, permissions, null, publicUrl);
	}

	/**
	 * A caller whose credentials are wrong.
	 * @param refusal what to answer
	 * @param publicUrl the address that the client used
	 * @return the caller
	 */
	public static Caller refused(Refusal refusal, URI publicUrl) {
		return new Caller(Kind.REFUSED, null, Permissions.NONE, refusal, publicUrl);
	}

	/**
	 * The caller of the request that the current thread serves.
	 * @return the caller
	 * @throws IllegalStateException outside a request
	 */
	public static Caller current() {
		if (!CURRENT.isBound()) {
			throw new IllegalStateException("No request is being served by this thread");
		}
		return CURRENT.get();
	}

	/**
	 * The caller of the request that the current thread serves, if it serves one.
	 * @return the caller or null
	 */
	public static @Nullable Caller currentOrNull() {
		return CURRENT.isBound() ? CURRENT.get() : null;
	}

	/**
	 * Runs something as a caller.
	 * @param caller the caller
	 * @param operation what to run
	 * @param <X> what the operation may throw
	 * @throws X what the operation throws
	 */
	public static <X extends Throwable> void runAs(Caller caller, ScopedValue.CallableOp<@Nullable Void, X> operation)
			throws X {
		ScopedValue.where(CURRENT, caller).call(operation);
	}

}
