package com.highstage.portal.handover.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftKeys;
import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.VendorOrganisation;
import com.highstage.portal.handover.HandoverProperties;

/**
 * Reads the bearer tokens of Highstage's applications, with the keys of the same place
 * where people sign in.
 */
@Component
class ReaderTokens implements JwtDecoder, Converter<Jwt, AbstractAuthenticationToken> {

	/** The app role that lets an application in. */
	static final String ROLE = "Connections.Read";

	private static final Duration SKEW = Duration.ofMinutes(1);

	private final NimbusJwtDecoder decoder;

	ReaderTokens(MicrosoftProperties microsoft, VendorOrganisation vendor, HandoverProperties properties) {
		Set<String> audiences = new HashSet<>(Set.of(microsoft.client().toString()));
		if (properties.audience() != null) {
			audiences.add(properties.audience());
		}
		this.decoder = NimbusJwtDecoder
			.withJwkSource(
					MicrosoftKeys.forStrangersAt(microsoft.loginAddress() + "/organizations/discovery/v2.0/keys"))
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.build();
		this.decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(new JwtTimestampValidator(SKEW),
				new ReaderTokenValidator(microsoft.cloud(), vendor, Set.copyOf(audiences)))));
	}

	@Override
	public Jwt decode(String token) {
		try {
			Jwt read = this.decoder.decode(token);
			if (read.getExpiresAt() == null) {
				throw new BadJwtException("without an end");
			}
			return read;
		}
		catch (BadJwtException ex) {
			throw ex;
		}
		catch (JwtException ex) {
			// the keys were just asked for: this token's is not among them
			if (causedBy(ex, RateLimitReachedException.class)) {
				throw new BadJwtException("unknown key", ex);
			}
			throw ex;
		}
	}

	@Override
	public AbstractAuthenticationToken convert(Jwt token) {
		List<GrantedAuthority> roles = Objects
			.requireNonNullElse(token.getClaimAsStringList("roles"), List.<String>of())
			.stream()
			.filter(ROLE::equals)
			.<GrantedAuthority>map(SimpleGrantedAuthority::new)
			.toList();
		return new JwtAuthenticationToken(token, roles, Objects.requireNonNullElse(token.getClaimAsString("azp"), ""));
	}

	private static boolean causedBy(Throwable thrown, Class<?> kind) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (kind.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

}
