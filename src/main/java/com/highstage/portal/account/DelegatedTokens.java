package com.highstage.portal.account;

import java.util.Optional;

import com.highstage.portal.vault.Secret;

/**
 * The access tokens of signed-in people, kept encrypted for their hour at most and usable
 * from any replica while the sign-in lives.
 */
public interface DelegatedTokens {

	/**
	 * Finds a token that is still valid.
	 * @param signIn whose token
	 * @param resource for which service
	 * @return the token, or empty if the person must sign in again first
	 */
	Optional<Secret> find(SignInId signIn, Resource resource);

}
