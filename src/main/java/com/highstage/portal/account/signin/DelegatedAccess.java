package com.highstage.portal.account.signin;

import java.time.Instant;

import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.vault.Secret;

/**
 * What Microsoft answered when a sign-in asked for a service, as it is written down.
 */
public interface DelegatedAccess {

	/**
	 * Keeps a token, encrypted, in place of the former one.
	 * @param person whose token
	 * @param resource for which service
	 * @param token the access token
	 * @param expiresAt when Microsoft lets it end; it is kept an hour at most
	 */
	void keep(Person person, Resource resource, Secret token, Instant expiresAt);

	/**
	 * Notes that Microsoft did not give a token; a token that is still valid stays.
	 * @param signIn who asked
	 * @param resource for which service
	 * @param code the code that Microsoft gave
	 * @param reference what Microsoft's support asks for; empty if there was none
	 */
	void refuse(SignInId signIn, Resource resource, String code, String reference);

}
