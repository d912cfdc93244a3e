package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.mailbox.MailboxAccess.Outcome;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.MailboxProof.Standing;

/**
 * Makes Exchange know the application and opens the chosen mailboxes, with the authority
 * of somebody who may; where nobody is at hand, or the organisation does it with the
 * script, real logins show whether it was done.
 */
@Component
class MailboxesStep implements StepWork {

	private final MailboxAccess access;

	private final ChosenMailboxes mailboxes;

	private final MailboxProof proof;

	private final ProtocolWishes wishes;

	private final MicrosoftProperties microsoft;

	private final Clock clock;

	MailboxesStep(MailboxAccess access, ChosenMailboxes mailboxes, MailboxProof proof, ProtocolWishes wishes,
			MicrosoftProperties microsoft, Clock clock) {
		this.access = access;
		this.mailboxes = mailboxes;
		this.proof = proof;
		this.wishes = wishes;
		this.microsoft = microsoft;
		this.clock = clock;
	}

	@Override
	public Step step() {
		return Step.MAILBOXES;
	}

	@Override
	public boolean needsPerson(Run run) {
		return false;
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		StepState state = look(run, before);
		boolean left = state instanceof StepState.WaitingForColleague || state instanceof StepState.WaitingForYou;
		run.leaveMailboxesToOthers(
				left && this.mailboxes.count(run.connection().id()).of(ChosenMailbox.Access.OPEN) == 0);
		return state;
	}

	private StepState look(Run run, StepRecord before) {
		if (before.state() instanceof StepState.Failed failed) {
			// the logins go on meanwhile; a person's press begins this step anew
			return failed;
		}
		boolean leaving = this.mailboxes.count(run.connection().id()).leaving() > 0;
		if (run.plan().mailboxes().isEmpty() && !leaving) {
			return waiting(before, StepState.Reason.NAME_MAILBOXES);
		}
		ObjectId principal = run.connection().application().servicePrincipal();
		if (principal == null) {
			throw new ApplicationGoneException();
		}
		Authority authority = run.onboarding().exchange();
		boolean portal = this.microsoft.exchangeCommands() && authority != null;
		if (portal && run.signedInToExchange()) {
			return open(run, before, principal);
		}
		// what is yet to be closed does not keep the others from working
		if (proven(run)) {
			return new StepState.Done();
		}
		// who did the rest by hand has not allowed the portal anything here either
		return (portal && !run.byHand()) ? waiting(before, StepState.Reason.SIGN_IN) : elsewhere(run, before);
	}

	private StepState open(Run run, StepRecord before, ObjectId principal) {
		Work work = run.exchangeWork(Step.MAILBOXES);
		ExchangeFacts facts = this.access.register(work, run.connection(), run.plan().applicationName().value(),
				run.choices().registerAgain());
		if (facts.state() == ExchangeFacts.State.WRONG_OBJECT_ID) {
			return new StepState.Failed(Explanations.of(Cause.WRONG_OBJECT_ID),
					List.of(WayOut.REGISTER_AGAIN, WayOut.TRY_AGAIN));
		}
		this.wishes.registeredAgain(run);
		Optional<Explanation> notSwitchedOn = this.wishes.carryOut(run, work);
		Outcome outcome = this.access.carryOut(work, principal, run.chosen());
		return notSwitchedOn.<StepState>map((why) -> new StepState.Failed(why, List.of(WayOut.TRY_AGAIN)))
			.orElseGet(() -> run.plan().mailboxes().isEmpty() ? waiting(before, StepState.Reason.NAME_MAILBOXES)
					: state(before, outcome));
	}

	private StepState state(StepRecord before, Outcome outcome) {
		Instant now = this.clock.instant();
		if (outcome.failed() > 0) {
			return new StepState.Failed(
					Words.own((outcome.open() > 0) ? "some-mailboxes-not-opened" : "no-mailbox-opened", ""),
					List.of(WayOut.TRY_AGAIN));
		}
		return (outcome.later() == 0) ? new StepState.Done()
				: new StepState.WaitingForMicrosoft(Waiting.since(before, now), BackOff.next(now, before.tries(), null),
						Explanations.of(Cause.MICROSOFT_BUSY));
	}

	private boolean proven(Run run) {
		Standing standing = this.proof.standing(run.connection(), run.chosen());
		return standing.passed() > 0 && standing.failed() == 0 && standing.waiting() == 0;
	}

	private StepState elsewhere(Run run, StepRecord before) {
		boolean self = run.authority().abilities().contains(Ability.MAILBOXES);
		if (self) {
			return waiting(before, StepState.Reason.SCRIPT);
		}
		Instant since = (before.state() instanceof StepState.WaitingForColleague waiting) ? waiting.since()
				: this.clock.instant();
		return new StepState.WaitingForColleague(since, Ability.MAILBOXES);
	}

	private StepState waiting(StepRecord before, StepState.Reason reason) {
		StepState.WaitingForYou earlier = (before.state() instanceof StepState.WaitingForYou waiting
				&& waiting.reason() == reason) ? waiting : null;
		return new StepState.WaitingForYou((earlier != null) ? earlier.since() : this.clock.instant(), reason,
				(earlier != null) ? earlier.explanation() : null, List.of());
	}

}
