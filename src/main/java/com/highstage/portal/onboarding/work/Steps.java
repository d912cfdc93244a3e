package com.highstage.portal.onboarding.work;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.registration.LeaseLostException;

/**
 * Advances one step, and turns what goes wrong into its state.
 */
@Component
class Steps {

	private final Map<Step, StepWork> work = new EnumMap<>(Step.class);

	private final Verdicts verdicts;

	private final SettledLinks links;

	Steps(List<StepWork> all, Verdicts verdicts, SettledLinks links) {
		all.forEach((step) -> this.work.put(step.step(), step));
		this.verdicts = verdicts;
		this.links = links;
	}

	StepState advance(Run run, StepRecord before) {
		StepWork step = Objects.requireNonNull(this.work.get(before.step()));
		if (!run.signedIn() && step.needsPerson(run)) {
			return run.authority().abilities().contains(Ability.REGISTER) ? this.verdicts.signIn(before)
					: this.verdicts.colleague(before, Ability.REGISTER);
		}
		try {
			StepState state = step.advance(run, before);
			this.links.found(run.onboarding().tenant(), before.step(), state);
			return state;
		}
		catch (MicrosoftException ex) {
			return this.verdicts.of(before, ex);
		}
		catch (LeaseLostException | ApplicationGoneException | TransientDataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return this.verdicts.defect(before, ex);
		}
	}

}
