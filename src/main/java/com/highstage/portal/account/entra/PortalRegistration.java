package com.highstage.portal.account.entra;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.site.PortalProperties;

/**
 * The portal's own multi-tenant registration at Entra. Endpoints are explicit, because
 * Entra's metadata for {@code organizations} names no issuer that could be compared; the
 * issuer is checked by {@link IdTokenValidator}.
 */
@Configuration(proxyBeanMethods = false)
class PortalRegistration {

	/** The registration's id within the portal; part of the redirect URI. */
	static final String ID = "entra";

	@Bean
	ClientRegistrationRepository clientRegistrations(MicrosoftProperties microsoft, PortalProperties portal) {
		Authority any = Authority.ANY_ORGANISATION;
		return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(ID)
			.clientId(microsoft.clientId().toString())
			.clientSecret(microsoft.clientSecret().expose((secret) -> secret))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
			.redirectUri(portal.page("/login/oauth2/code/" + ID).toString())
			.scope("openid", "profile")
			.authorizationUri(authorizeAddress(microsoft, any))
			.tokenUri(tokenAddress(authorizeAddress(microsoft, any)))
			.jwkSetUri(microsoft.loginAddress() + "/" + any.segment() + "/discovery/v2.0/keys")
			.userNameAttributeName("sub")
			.build());
	}

	static String authorizeAddress(MicrosoftProperties microsoft, Authority authority) {
		return microsoft.loginAddress() + "/" + authority.segment() + "/oauth2/v2.0/authorize";
	}

	/**
	 * A code is redeemed where it was asked for.
	 * @param authorizeAddress where the person was sent to
	 * @return the token endpoint of the same organisation
	 */
	static String tokenAddress(String authorizeAddress) {
		return authorizeAddress.substring(0, authorizeAddress.lastIndexOf('/')) + "/token";
	}

}
