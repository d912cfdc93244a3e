package com.highstage.portal.onboarding;

import java.time.Duration;
import java.util.function.Predicate;

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

	/**
	 * What is known as soon as it is not what the page shows already, without a delay of
	 * the page's own.
	 * @param person who looks; the organisation is theirs
	 * @param shown whether the page shows that already
	 * @param atMost how long to wait for a change
	 * @return the state of every step
	 */
	default Overview news(Person person, Predicate<Overview> shown, Duration atMost) {
		return known(person);
	}

}
