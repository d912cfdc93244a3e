package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.MailboxProof.Standing;
import com.highstage.portal.verification.TokenResult;

/**
 * Proves the connection: fresh tokens, then a real login at every mailbox. It is finished
 * once at least one mailbox has opened on each chosen protocol; the others are gone on
 * with.
 */
@Component
class CheckStep implements StepWork {

	private static final Logger logger = LoggerFactory.getLogger(CheckStep.class);

	private final TokenStates tokens;

	private final MailboxProof proof;

	private final MailboxAccess access;

	private final Finish finish;

	private final JdbcClosedProofs closed;

	private final Clock clock;

	CheckStep(TokenStates tokens, MailboxProof proof, MailboxAccess access, Finish finish, JdbcClosedProofs closed,
			Clock clock) {
		this.tokens = tokens;
		this.proof = proof;
		this.access = access;
		this.finish = finish;
		this.closed = closed;
		this.clock = clock;
	}

	@Override
	public Step step() {
		return Step.CHECK;
	}

	@Override
	public boolean needsPerson(Run run) {
		return false;
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		if (run.plan().mailboxes().isEmpty()) {
			return new StepState.NotStarted();
		}
		Standing known = this.proof.standing(run.connection(), run.chosen());
		if (isProven(known, run) && known.nextLook() == null && this.finish.isFinished(run)) {
			// with this very credential, so that no token is needed any more
			return new StepState.Done();
		}
		StepState state = this.tokens.check(run, before);
		if (!(state.isDone() && run.tokens() instanceof TokenResult.Passed passed)) {
			return state;
		}
		AppToken token = passed.token();
		if (token == null) {
			return new StepState.NotStarted();
		}
		refreshFacts(run, known);
		Standing standing = prove(run, known, token);
		if (standing.passed() > 0) {
			this.closed.tryPending(run, token);
		}
		if (standing.proven().containsAll(run.chosen())) {
			this.finish.connection(run, passed);
		}
		return state(run, before, standing);
	}

	// while nobody has opened them yet, a few logins are enough to notice it
	private Standing prove(Run run, Standing known, AppToken token) {
		if (run.mailboxesLeftToOthers() && known.passed() == 0) {
			Standing probed = this.proof.probe(run.connection(), run.chosen(), token, run.lease());
			if (probed.passed() == 0) {
				return probed;
			}
		}
		return this.proof.prove(run.connection(), run.chosen(), token, run.lease());
	}

	private StepState state(Run run, StepRecord before, Standing standing) {
		if (isProven(standing, run)) {
			return new StepState.Done();
		}
		if (run.mailboxesLeftToOthers() && standing.passed() == 0) {
			return new StepState.NotStarted();
		}
		Instant now = this.clock.instant();
		if (standing.waiting() > 0) {
			Instant next = (standing.nextLook() != null) ? standing.nextLook()
					: BackOff.next(now, before.tries(), null);
			return new StepState.WaitingForMicrosoft(Waiting.since(before, now), next, null);
		}
		return new StepState.Failed(
				Words.own((standing.passed() > 0) ? "some-mailboxes-not-proven" : "no-mailbox-proven", ""),
				List.of(WayOut.TRY_AGAIN));
	}

	// What Exchange says now explains a login better than what it said an hour ago.
	private void refreshFacts(Run run, Standing known) {
		if (!run.signedInToExchange() || known.passed() + known.failed() + known.waiting() == 0) {
			return;
		}
		try {
			this.access.look(run.exchangeWork(Step.CHECK).delegation(), run.connection(), run.chosen());
		}
		catch (MicrosoftException ex) {
			logger.info("Exchange was not asked before the logins: {}", ex.getMessage());
		}
	}

	private static boolean isProven(Standing standing, Run run) {
		return standing.passed() > 0 && standing.failed() == 0 && standing.waiting() == 0
				&& standing.proven().containsAll(run.chosen());
	}

}
