package com.highstage.portal.onboarding.work;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;

/**
 * What the database knows of an organisation.
 *
 * @param onboarding the active journey, else the latest; null if there was none
 * @param connection the connection; null if there is none
 * @param credential the newest credential; null if there is none
 * @param steps the steps at their last look-up
 */
record Background(@Nullable Onboarding onboarding, @Nullable Connection connection,
		@Nullable CredentialVersion credential, Map<Step, StepRecord> steps) {

	static Map<Step, StepRecord> untouched() {
		Map<Step, StepRecord> steps = new EnumMap<>(Step.class);
		for (Step step : Step.values()) {
			steps.put(step, StepRecord.untouched(step));
		}
		return steps;
	}

	StepRecord step(Step step) {
		return this.steps.getOrDefault(step, StepRecord.untouched(step));
	}

	Plan plan() {
		return (this.onboarding != null) ? this.onboarding.plan() : Plan.standard();
	}

	boolean active() {
		return this.onboarding != null && this.onboarding.status() == Onboarding.Status.ACTIVE;
	}

	boolean byHand() {
		return this.onboarding != null && this.onboarding.mode() == Onboarding.Mode.BY_HAND;
	}

}
