package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.consent.Permissions;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ObjectId;

/**
 * Grants the chosen permissions where the person may; else somebody consents on
 * Microsoft's page, which the grants or the roles of a fresh token then show.
 */
@Component
class ConsentStep implements StepWork {

	private final LookUps lookUps;

	private final Permissions permissions;

	private final TokenStates tokens;

	private final ConsentChoices choices;

	private final Clock clock;

	ConsentStep(LookUps lookUps, Permissions permissions, TokenStates tokens, ConsentChoices choices, Clock clock) {
		this.lookUps = lookUps;
		this.permissions = permissions;
		this.tokens = tokens;
		this.choices = choices;
		this.clock = clock;
	}

	@Override
	public Step step() {
		return Step.CONSENT;
	}

	@Override
	public boolean needsPerson(Run run) {
		return false;
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		if (run.byHand()) {
			return this.tokens.byHand(run, before);
		}
		if (!run.signedIn()) {
			return this.tokens.rolesPresent(run) ? new StepState.Done() : waiting(run, before, null);
		}
		ObjectId principal = run.connection().application().servicePrincipal();
		if (principal == null) {
			throw new ApplicationGoneException();
		}
		MailRoles roles = this.lookUps.roles(run);
		Set<Grant> grants = this.permissions.grants(run.delegation(), principal);
		revokeOthers(run, roles, grants);
		Set<MailPermission> missing = EnumSet.copyOf(run.chosen());
		missing.removeAll(roles.granted(grants));
		return missing.isEmpty() ? new StepState.Done() : grant(run, before, principal, missing);
	}

	private StepState grant(Run run, StepRecord before, ObjectId principal, Set<MailPermission> missing) {
		if (!mayConsent(run) || run.choices().consentPage()) {
			return waiting(run, before, null);
		}
		try {
			missing.forEach((permission) -> this.permissions.grant(run.work(Step.CONSENT), principal,
					this.lookUps.roles(run), permission));
			return new StepState.Done();
		}
		catch (MicrosoftException ex) {
			if (ex.failure().kind() != Failure.Kind.TELL_ADMIN) {
				throw ex;
			}
			this.choices.useConsentPage(run);
			return waiting(run, before, Words.of(ex));
		}
	}

	private void revokeOthers(Run run, MailRoles roles, Set<Grant> grants) {
		if (run.choices().revokeOthers()) {
			Work work = run.work(Step.CONSENT);
			Set<MailPermission> others = EnumSet.noneOf(MailPermission.class);
			others.addAll(roles.granted(grants));
			others.removeAll(run.chosen());
			others.forEach((permission) -> this.permissions.revoke(work, grants, roles, permission));
			this.choices.othersRevoked(run);
		}
	}

	private StepState waiting(Run run, StepRecord before, @Nullable Explanation explanation) {
		if (!mayConsent(run)) {
			Instant since = (before.state() instanceof StepState.WaitingForColleague waiting) ? waiting.since()
					: this.clock.instant();
			return new StepState.WaitingForColleague(since, Ability.CONSENT);
		}
		boolean waitsAlready = before.state() instanceof StepState.WaitingForYou;
		StepState.WaitingForYou earlier = waitsAlready ? (StepState.WaitingForYou) before.state() : null;
		StepState.Reason reason = run.choices().consentPage() ? StepState.Reason.MICROSOFT_PAGE
				: StepState.Reason.SIGN_IN;
		return new StepState.WaitingForYou((earlier != null) ? earlier.since() : this.clock.instant(), reason,
				(explanation == null && earlier != null) ? earlier.explanation() : explanation,
				run.choices().consentPage() ? List.of(WayOut.MICROSOFT_PAGE, WayOut.TRY_AGAIN) : List.of());
	}

	private static boolean mayConsent(Run run) {
		return run.authority().abilities().contains(Ability.CONSENT);
	}

}
