package dev.banyan.ordering.internal;

import java.security.SecureRandom;

import org.springframework.stereotype.Component;

/**
 * The secrets with which guests may see their orders.
 */
@Component
class OrderKeys {

	private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private static final int LENGTH = 13;

	private final SecureRandom random = new SecureRandom();

	String next() {
		StringBuilder key = new StringBuilder("wc_order_");
		for (int i = 0; i < LENGTH; i++) {
			key.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return key.toString();
	}

}
