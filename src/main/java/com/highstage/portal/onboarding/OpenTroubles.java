package com.highstage.portal.onboarding;

import java.util.List;

import com.highstage.portal.account.Person;
import com.highstage.portal.verification.Trouble;

/**
 * What is wrong with the connection of a person's organisation.
 */
public interface OpenTroubles {

	/**
	 * What no longer is as it was finished, without asking Microsoft.
	 * @param person who looks; the organisation is theirs
	 * @return the troubles, the oldest first; empty if nothing is known to be wrong
	 */
	List<Trouble> troubles(Person person);

}
