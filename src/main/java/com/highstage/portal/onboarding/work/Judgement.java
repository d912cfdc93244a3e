package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;

/**
 * Judges what was looked up for a page: a step is done because Microsoft says so now.
 * What is under way or failed before is told by the background work.
 *
 * @param found what Microsoft has
 * @param background what the database knows
 * @param now when it was looked up
 * @param settle how long Microsoft may need to show what was done
 */
record Judgement(Found found, Background background, Instant now, Duration settle) {

	Report register() {
		if (this.found.withoutExchange()) {
			return now(Step.REGISTER, new StepState.Failed(Explanations.of(Cause.NO_EXCHANGE_ONLINE), List.of()));
		}
		if (this.found.enterprise() != null && !this.found.enterprise().enabled()) {
			return now(Step.REGISTER,
					new StepState.Failed(Explanations.of(Cause.APPLICATION_DISABLED), List.of(WayOut.TRY_AGAIN)));
		}
		Explanation failure = Found.failure(this.found.application(), this.found.principal());
		return judge(Step.REGISTER, failure, this.found.existing() != null && this.found.enterprise() != null);
	}

	Report secret() {
		Optional<StepRecord> ended = this.background.endedSecret();
		if (ended.isPresent()) {
			return ended.get().report();
		}
		CredentialVersion newest = this.background.credential();
		boolean known = newest != null && (newest.keyId() == null || holds(newest));
		if (newest != null && known && !newest.expiresAt().isAfter(this.now)) {
			return now(Step.SECRET, Background.secretEnded(Explanations.of(Cause.SECRET_EXPIRED)));
		}
		return judge(Step.SECRET, Found.failure(this.found.application()), known);
	}

	Report permissions() {
		return judge(Step.PERMISSIONS, Found.failure(this.found.application(), this.found.roles()),
				this.found.declared().containsAll(chosen()));
	}

	Report consent() {
		return judge(Step.CONSENT, Found.failure(this.found.roles(), this.found.grants()),
				this.found.granted().containsAll(chosen()));
	}

	Report mailboxes() {
		Explanation failure = Found.failure(this.found.exchange());
		if (failure != null && !failure.key().equals(Words.LATE)) {
			return now(Step.MAILBOXES, new StepState.NotChecked(failure));
		}
		ExchangeFacts facts = this.found.exchangeFacts();
		if (facts == null) {
			return this.background.proven() ? now(Step.MAILBOXES, new StepState.Done())
					: this.background.step(Step.MAILBOXES).report();
		}
		boolean open = facts.state() == ExchangeFacts.State.REGISTERED && !this.background.plan().mailboxes().isEmpty()
				&& this.background.mailboxes().isAllOpen();
		return (!open && justDone(Step.MAILBOXES)) ? now(Step.MAILBOXES, spreading())
				: judge(Step.MAILBOXES, null, open);
	}

	// What was opened just now does not show yet: the mailboxes' rows say the same.
	private StepState spreading() {
		Instant done = Objects.requireNonNull(this.background.step(Step.MAILBOXES).lookedUpAt());
		return new StepState.WaitingForMicrosoft(done, done.plus(this.settle), null);
	}

	/** Logins are not made for a page: the background work has made them. */
	Report check() {
		Report stored = this.background.step(Step.CHECK).report();
		return this.background.proven() ? new Report(Step.CHECK, new StepState.Done(), stored.lookedUpAt())
				: stored.state().isDone() ? now(Step.CHECK, new StepState.NotStarted()) : stored;
	}

	private Report judge(Step step, @Nullable Explanation failure, boolean done) {
		StepRecord stored = this.background.step(step);
		if (failure != null) {
			return now(step, new StepState.NotChecked(failure));
		}
		if (done) {
			return now(step, new StepState.Done());
		}
		boolean underWay = this.background.active() && !stored.state().isDone();
		return (justDone(step) || underWay) ? stored.report() : now(step, new StepState.NotStarted());
	}

	private boolean justDone(Step step) {
		StepRecord stored = this.background.step(step);
		return stored.state().isDone() && stored.lookedUpAt() != null
				&& stored.lookedUpAt().plus(this.settle).isAfter(this.now);
	}

	private boolean holds(CredentialVersion version) {
		Application application = this.found.existing();
		return application != null
				&& Stream.concat(application.passwords().stream(), application.certificates().stream())
					.anyMatch((key) -> key.keyId().equals(version.keyId()));
	}

	private Set<MailPermission> chosen() {
		return this.background.plan().permissions();
	}

	private Report now(Step step, StepState state) {
		return new Report(step, state, this.now);
	}

}
