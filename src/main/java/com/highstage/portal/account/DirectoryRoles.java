package com.highstage.portal.account;

import java.util.Set;

/**
 * Looks up which directory roles a signed-in person has; implemented where Microsoft is
 * talked to.
 */
public interface DirectoryRoles {

	/**
	 * Asks for the active roles; a role that is eligible but not activated is missing.
	 * @param signIn the sign-in whose token is used
	 * @return the roles that matter here
	 */
	Set<DirectoryRole> lookUp(SignInId signIn);

}
