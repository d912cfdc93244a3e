package com.highstage.portal.onboarding.work;

import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;

/**
 * What the portal does for one step: look up what Microsoft has, and do what is missing.
 */
interface StepWork {

	Step step();

	/**
	 * Whether it needs the delegated token of a person.
	 * @param run the run
	 * @return false if it can go on without
	 */
	default boolean needsPerson(Run run) {
		return true;
	}

	/**
	 * Looks and acts.
	 * @param run the run
	 * @param before what was known of the step
	 * @return where the step stands now
	 * @throws com.highstage.portal.microsoft.MicrosoftException if Microsoft did not
	 * answer so
	 */
	StepState advance(Run run, StepRecord before);

}
