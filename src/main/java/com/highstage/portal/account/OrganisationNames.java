package com.highstage.portal.account;

import com.highstage.portal.tenant.PlainName;

/**
 * Looks up what a signed-in person's organisation is called; implemented where Microsoft
 * is talked to.
 */
public interface OrganisationNames {

	/**
	 * Asks for the display name.
	 * @param person whose organisation, with whose token
	 * @return the name, may be empty
	 */
	PlainName lookUp(Person person);

}
