package dev.banyan.customers.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Salted PBKDF2 hashes of passwords.
 */
final class PasswordHash {

	private static final int ITERATIONS = 20_000;

	private static final SecureRandom RANDOM = new SecureRandom();

	private PasswordHash() {
	}

	static String of(String password) {
		byte[] salt = new byte[16];
		RANDOM.nextBytes(salt);
		try {
			byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
				.generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256))
				.getEncoded();
			Base64.Encoder base64 = Base64.getEncoder();
			return "pbkdf2-sha256$" + ITERATIONS + "$" + base64.encodeToString(salt) + "$"
					+ base64.encodeToString(hash);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static int suffix() {
		return RANDOM.nextInt(10_000);
	}

}
