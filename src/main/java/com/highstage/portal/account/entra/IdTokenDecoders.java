package com.highstage.portal.account.entra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import com.highstage.portal.account.MicrosoftKeys;
import com.highstage.portal.tenant.Cloud;

/**
 * Reads ID tokens with Microsoft's signing keys, which are kept and asked for again when
 * they are old or a token names another one. Spring's own factory asks at each sign-in.
 */
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	private final Cloud cloud;

	IdTokenDecoders(Cloud cloud) {
		this.cloud = cloud;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		return this.decoders.computeIfAbsent(registration.getRegistrationId(), (id) -> decoder(registration));
	}

	private JwtDecoder decoder(ClientRegistration registration) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder
			.withJwkSource(MicrosoftKeys.at(Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri())))
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.build();
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				List.of(new OidcIdTokenValidator(registration), new IdTokenValidator(this.cloud))));
		return decoder;
	}

}
