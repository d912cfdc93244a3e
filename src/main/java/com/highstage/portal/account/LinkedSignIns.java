package com.highstage.portal.account;

import java.util.Optional;
import java.util.UUID;

import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Sign-ins of people whom a link brought here.
 */
public interface LinkedSignIns {

	/**
	 * Notes which link brought a person here, in the caller's transaction, which holds
	 * the link; the sign-in ends when the link is taken back.
	 * @param signIn the sign-in
	 * @param link the link's id
	 */
	void cameFrom(SignInId signIn, UUID link);

	/**
	 * Ends all sign-ins that came from a link, in the caller's transaction.
	 * @param link the link's id
	 */
	void endAllFrom(UUID link);

	/**
	 * What the organisation of people who signed in is called.
	 * @param tenant the organisation
	 * @return its name as the newest sign-in knows it; empty if there is none any more
	 */
	Optional<PlainName> organisation(TenantId tenant);

}
