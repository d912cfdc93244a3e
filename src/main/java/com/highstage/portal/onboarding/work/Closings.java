package com.highstage.portal.onboarding.work;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.verification.ClosingProof;
import com.highstage.portal.verification.TokenResult;

/**
 * Looks whether mailboxes that are off the list were closed, by the script for example,
 * and erases the secret's value once nothing is left to be looked for with it.
 */
@Component
class Closings {

	private final ClosingProof proof;

	private final LookUps lookUps;

	private final Finish finish;

	Closings(ClosingProof proof, LookUps lookUps, Finish finish) {
		this.proof = proof;
		this.lookUps = lookUps;
		this.finish = finish;
	}

	/**
	 * Tries the mailboxes that are due.
	 * @param run the run
	 * @param proven whether every mailbox on the list has opened
	 * @return when to look again; empty if none is left, or the portal can no longer see
	 */
	Optional<Instant> look(Run run, boolean proven) {
		Optional<Instant> next = this.proof.look(run.connection(), run.chosen(), () -> token(run), run.lease());
		if (proven && next.isEmpty()) {
			this.finish.allProven(run);
		}
		return next;
	}

	private Optional<AppToken> token(Run run) {
		return (this.lookUps.freshTokens(run) instanceof TokenResult.Passed passed)
				? Optional.ofNullable(passed.token()) : Optional.empty();
	}

}
