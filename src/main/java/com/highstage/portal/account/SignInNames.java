package com.highstage.portal.account;

import java.util.Optional;

/**
 * The names with which people signed in; Exchange finds the right server by them.
 */
public interface SignInNames {

	/**
	 * Looks up the name of whoever signed in.
	 * @param signIn the sign-in
	 * @return {@code preferred_username} as it came, or empty if the sign-in has ended
	 */
	Optional<String> lookUp(SignInId signIn);

}
