package dev.banyan.ordering;

/**
 * Where an order stands.
 */
public enum OrderStatus {

	/** Not yet paid. */
	PENDING,
	/** Paid, to be shipped. */
	PROCESSING,
	/** Waits for the payment to be confirmed. */
	ON_HOLD,
	/** Paid and shipped. */
	COMPLETED,
	/** Given up. */
	CANCELLED,
	/** Paid back. */
	REFUNDED,
	/** The payment failed. */
	FAILED,
	/** Being put together by a shopper. */
	CHECKOUT_DRAFT,
	/** Being put together by a shop manager. */
	AUTO_DRAFT,
	/** In the trash. */
	TRASH;

	/**
	 * What people call it.
	 * @return for example {@code Pending payment}
	 */
	public String title() {
		return switch (this) {
			case PENDING -> "Pending payment";
			case CHECKOUT_DRAFT -> "Draft";
			default -> {
				String words = name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
				yield Character.toUpperCase(words.charAt(0)) + words.substring(1);
			}
		};
	}

	/**
	 * Whether an order in this status has its goods taken out of stock.
	 * @return true for {@link #PROCESSING}, {@link #ON_HOLD} and {@link #COMPLETED}
	 */
	public boolean takesStock() {
		return this == PROCESSING || this == ON_HOLD || this == COMPLETED;
	}

	/**
	 * Whether an order that enters this status gives its goods back.
	 * @return true for {@link #CANCELLED} and {@link #PENDING}
	 */
	public boolean returnsStock() {
		return this == CANCELLED || this == PENDING;
	}

	/**
	 * Whether an order in this status uses its coupons up.
	 * @return false for {@link #CANCELLED}, {@link #FAILED} and {@link #TRASH}
	 */
	public boolean usesCoupons() {
		return this != CANCELLED && this != FAILED && this != TRASH;
	}

	/**
	 * Whether an order in this status counts as paid.
	 * @return true for {@link #PROCESSING} and {@link #COMPLETED}
	 */
	public boolean paid() {
		return this == PROCESSING || this == COMPLETED;
	}

}
