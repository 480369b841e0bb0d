package dev.banyan.payments;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A change of a payment gateway. What is null stays as it is.
 *
 * @param enabled whether customers may choose it
 * @param title what customers read
 * @param description what customers read beside it
 * @param position where it stands at checkout
 * @param settings settings to set; unknown ones are ignored
 */
public record GatewayChange(@Nullable Boolean enabled, @Nullable String title, @Nullable String description,
		@Nullable Integer position, Map<String, String> settings) {
}
