package com.highstage.portal.simulator.entra;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a code or refresh token stands for.
 *
 * @param clientId the client it was given to
 * @param redirectUri where the code was sent
 * @param person who signed in
 * @param scopes what was asked for
 * @param nonce the nonce, if sent
 * @param proof the PKCE challenge, if sent
 * @param issuedAt when it was made
 */
record Grant(String clientId, String redirectUri, SignedIn person, Scopes scopes, @Nullable String nonce,
		@Nullable Proof proof, Instant issuedAt) {

	/**
	 * A PKCE challenge (RFC 7636).
	 *
	 * @param challenge the challenge
	 * @param method {@code S256} or {@code plain}
	 */
	record Proof(String challenge, String method) {

	}

}
