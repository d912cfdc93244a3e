package com.highstage.portal.onboarding;

import com.highstage.portal.account.Person;

/**
 * Looks up where a person's organisation stands.
 */
public interface Overviews {

	/**
	 * Asks Microsoft, everything in parallel and for a few seconds at most; what could
	 * not be asked is {@link StepState.NotChecked}.
	 * @param person who looks; the organisation is theirs
	 * @return the state of every step
	 */
	Overview of(Person person);

	/**
	 * What is known without asking Microsoft: for live progress and for forms.
	 * @param person who looks; the organisation is theirs
	 * @return the state of every step at its last look-up
	 */
	Overview known(Person person);

}
