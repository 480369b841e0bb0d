package dev.banyan.payments;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A way to pay, as the shop has set it up.
 *
 * @param id its id, for example {@code bacs}
 * @param title what customers read
 * @param description what customers read beside it
 * @param position where it stands at checkout; null if nobody has said
 * @param enabled whether customers may choose it
 * @param methodTitle what the shop's staff reads
 * @param methodDescription what the shop's staff reads beside it
 * @param supports what it can do: {@code products}, {@code refunds}
 * @param settings its settings with their values
 */
public record PaymentGateway(String id, String title, String description, @Nullable Integer position, boolean enabled,
		String methodTitle, String methodDescription, Set<String> supports, List<GatewaySetting> settings) {
}
