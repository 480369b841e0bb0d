package dev.banyan.runtime.caller;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret of the caller tokens; one of the two is needed.
 *
 * @param secret the secret itself, at least 32 characters
 * @param secretFile a file that holds it
 * @param required whether this process is a home, which refuses requests without a token;
 * the gateway is none
 */
@ConfigurationProperties("banyan.token")
record TokenSettings(@Nullable String secret, @Nullable Path secretFile, @DefaultValue("true") boolean required) {

	byte[] bytes() {
		try {
			if (this.secret != null) {
				return this.secret.getBytes(StandardCharsets.UTF_8);
			}
			if (this.secretFile != null) {
				return Files.readString(this.secretFile).strip().getBytes(StandardCharsets.UTF_8);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("banyan.token.secret-file cannot be read: " + this.secretFile, ex);
		}
		throw new IllegalStateException("Set banyan.token.secret or banyan.token.secret-file");
	}

}
