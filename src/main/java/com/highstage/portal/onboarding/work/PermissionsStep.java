package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;

import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.consent.Permissions;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;

/**
 * Declares the chosen permissions.
 */
@Component
class PermissionsStep implements StepWork {

	private final LookUps lookUps;

	private final Permissions permissions;

	private final TokenStates tokens;

	PermissionsStep(LookUps lookUps, Permissions permissions, TokenStates tokens) {
		this.lookUps = lookUps;
		this.permissions = permissions;
		this.tokens = tokens;
	}

	@Override
	public Step step() {
		return Step.PERMISSIONS;
	}

	@Override
	public boolean needsPerson(Run run) {
		return !run.byHand();
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		if (run.byHand()) {
			return this.tokens.byHand(run, before);
		}
		MailRoles roles = this.lookUps.roles(run);
		if (this.permissions.declare(run.work(Step.PERMISSIONS), this.lookUps.application(run), roles, run.chosen())) {
			run.application(null);
		}
		return new StepState.Done();
	}

}
