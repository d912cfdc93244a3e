package com.highstage.portal.account;

import java.util.Optional;

/**
 * Why there is no delegated token: Microsoft's last answers.
 */
public interface Refusals {

	/**
	 * Finds the last answer if it was a refusal.
	 * @param signIn who asked
	 * @param resource for which service
	 * @return the refusal, or empty if Microsoft gave a token last or was not asked
	 */
	Optional<Refusal> find(SignInId signIn, Resource resource);

}
