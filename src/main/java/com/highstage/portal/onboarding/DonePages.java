package com.highstage.portal.onboarding;

import java.util.Optional;

import com.highstage.portal.account.Person;

/**
 * The last page of the journey.
 */
public interface DonePages {

	/**
	 * Opens when every step is done or waits for Microsoft.
	 * @param person who looks; the organisation is theirs
	 * @return the page, or empty while something is left to do
	 */
	Optional<DonePage> of(Person person);

}
