package com.highstage.portal.account;

import java.util.UUID;

/**
 * Sign-ins of people whom a link brought here.
 */
public interface LinkedSignIns {

	/**
	 * Ends all sign-ins that came from a link, in the caller's transaction.
	 * @param link the link's id
	 */
	void endAllFrom(UUID link);

}
