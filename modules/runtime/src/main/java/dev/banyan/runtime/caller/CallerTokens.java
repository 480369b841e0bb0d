package dev.banyan.runtime.caller;

import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies the token that carries a {@link Caller} between processes of one
 * installation: a JWT with HMAC-SHA256 over a secret that all of them share.
 */
public final class CallerTokens {

	/** The request header that carries the token. */
	public static final String HEADER = "Banyan-Caller";

	/** How long a token is accepted after it was signed. */
	public static final Duration VALIDITY = Duration.ofMinutes(5);

	private static final JWSHeader HS256 = new JWSHeader(JWSAlgorithm.HS256);

	private final MACSigner signer;

	private final MACVerifier verifier;

	private final Clock clock;

	/**
	 * Creates tokens over a secret.
	 * @param secret at least 32 bytes
	 * @param clock tells when a token was signed and whether it is still accepted
	 * @throws IllegalArgumentException if the secret is too short
	 */
	public CallerTokens(byte[] secret, Clock clock) {
		try {
			this.signer = new MACSigner(secret);
			this.verifier = new MACVerifier(secret);
		}
		catch (JOSEException ex) {
			throw new IllegalArgumentException("The token secret needs at least 32 bytes", ex);
		}
		this.clock = clock;
	}

	/**
	 * Signs a caller.
	 * @param caller the caller
	 * @return the token, accepted for {@link #VALIDITY}
	 */
	public String sign(Caller caller) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
			.expirationTime(Date.from(this.clock.instant().plus(VALIDITY)))
			.claim("kind", caller.kind().name())
			.claim("permissions", caller.permissions().name())
			.claim("url", caller.publicUrl().toString())
			.subject(caller.consumer());
		if (caller.refusal() != null) {
			claims.claim("status", caller.refusal().status())
				.claim("code", caller.refusal().code())
				.claim("message", caller.refusal().message());
		}
		SignedJWT token = new SignedJWT(HS256, claims.build());
		try {
			token.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The caller could not be signed", ex);
		}
		return token.serialize();
	}

	/**
	 * Verifies a token.
	 * @param token the token, as the client of this process sent it
	 * @return the caller; empty if the token is missing, expired, malformed or signed
	 * with another secret
	 */
	public Optional<Caller> verify(@Nullable String token) {
		if (token == null) {
			return Optional.empty();
		}
		try {
			SignedJWT jwt = SignedJWT.parse(token);
			JWTClaimsSet claims = jwt.getJWTClaimsSet();
			Date expires = claims.getExpirationTime();
			if (!jwt.verify(this.verifier) || expires == null || expires.toInstant().isBefore(this.clock.instant())) {
				return Optional.empty();
			}
			return Optional.of(caller(claims));
		}
		catch (ParseException | JOSEException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Caller caller(JWTClaimsSet claims) throws ParseException {
		String code = claims.getStringClaim("code");
		Refusal refusal = (code != null)
				? new Refusal(claims.getIntegerClaim("status"), code, claims.getStringClaim("message")) : null;
		return new Caller(Caller.Kind.valueOf(claims.getStringClaim("kind")), claims.getSubject(),
				Permissions.valueOf(claims.getStringClaim("permissions")), refusal,
				URI.create(claims.getStringClaim("url")));
	}

}
