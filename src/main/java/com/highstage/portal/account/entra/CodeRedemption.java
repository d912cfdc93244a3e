package com.highstage.portal.account.entra;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;

/**
 * Redeems a code at the organisation at which it was issued, with a time limit and never
 * twice.
 */
class CodeRedemption implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final Duration CALL = Duration.ofSeconds(20);

	private final Supplier<RestClientAuthorizationCodeTokenResponseClient> standard = SingletonSupplier
		.of(CodeRedemption::standard);

	private static RestClientAuthorizationCodeTokenResponseClient standard() {
		RestClientAuthorizationCodeTokenResponseClient standard = new RestClientAuthorizationCodeTokenResponseClient();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(CONNECT).build());
		requests.setReadTimeout(CALL);
		standard.setRestClient(RestClient.builder()
			.requestFactory(requests)
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		return standard;
	}

	@Override
	public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest request) {
		String asked = request.getAuthorizationExchange().getAuthorizationRequest().getAuthorizationUri();
		ClientRegistration there = ClientRegistration.withClientRegistration(request.getClientRegistration())
			.tokenUri(PortalRegistration.tokenAddress(asked))
			.build();
		return this.standard.get()
			.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(there, request.getAuthorizationExchange()));
	}

}
