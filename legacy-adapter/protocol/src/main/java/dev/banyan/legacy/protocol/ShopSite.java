package dev.banyan.legacy.protocol;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop introduces itself in the index of its API.
 *
 * @param title the name of the shop
 * @param description one line about it
 */
@ConfigurationProperties("banyan.shop")
record ShopSite(@DefaultValue("WooCommerce Core E2E Test Suite") String title, @DefaultValue("") String description) {
}
