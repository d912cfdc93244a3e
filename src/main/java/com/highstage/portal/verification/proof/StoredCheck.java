package com.highstage.portal.verification.proof;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.Remedy;

/**
 * The check of one mailbox over one protocol, as it is stored.
 *
 * @param address the mailbox
 * @param protocol the protocol
 * @param state what the last login has shown
 * @param since when the login was refused first, since it opened or somebody asked again
 * @param nextLook when it is due; null if it is not by itself
 * @param explanation why it did not open
 * @param remedies what the portal can do
 * @param tries how often it was tried in a row without opening
 * @param checkedAt when it was tried last
 * @param verifiedAt when it opened last
 * @param sequence the credential with which it opened last
 */
record StoredCheck(MailboxAddress address, MailPermission protocol, State state, @Nullable Instant since,
		@Nullable Instant nextLook, @Nullable Explanation explanation, List<Remedy> remedies, int tries,
		@Nullable Instant checkedAt, @Nullable Instant verifiedAt, @Nullable Long sequence) {

	private static final Explanation NOT_TRIED_YET = new Explanation("not-tried-yet", "", "");

	StoredCheck {
		remedies = List.copyOf(remedies);
	}

	/**
	 * A check that was never made.
	 * @param address the mailbox
	 * @param protocol the protocol
	 * @return nothing known
	 */
	static StoredCheck untried(MailboxAddress address, MailPermission protocol) {
		return new StoredCheck(address, protocol, State.NOT_CHECKED, null, null, null, List.of(), 0, null, null, null);
	}

	/**
	 * This check after another try.
	 * @param result what it has shown
	 * @param newest the credential of the try
	 * @param now when
	 * @return what is to be stored
	 */
	StoredCheck after(CheckResult result, long newest, Instant now) {
		return switch (result) {
			case CheckResult.Passed(Instant at) -> new StoredCheck(this.address, this.protocol, State.PASSED, null,
					null, null, List.of(), 0, now, at, newest);
			case CheckResult.Failed(var ignored, Explanation why, List<Remedy> ways) ->
				refused(State.FAILED, (this.since != null) ? this.since : now, null, why, ways, now);
			case CheckResult.Waiting(Instant from, Instant next, var why) ->
				refused(State.WAITING, from, next, why, List.of(), now);
			case CheckResult.NotChecked(var ignored, var next, Explanation why) ->
				refused(State.NOT_CHECKED, this.since, next, why, List.of(), now);
		};
	}

	private StoredCheck refused(State next, @Nullable Instant from, @Nullable Instant look, @Nullable Explanation why,
			List<Remedy> ways, Instant now) {
		return new StoredCheck(this.address, this.protocol, next, from, look, why, ways, this.tries + 1, now,
				this.verifiedAt, this.sequence);
	}

	/**
	 * What the last try has shown.
	 * @return the result
	 */
	CheckResult result() {
		return switch (this.state) {
			case PASSED -> new CheckResult.Passed(known(this.verifiedAt));
			case FAILED -> new CheckResult.Failed(known(this.checkedAt), why(), this.remedies);
			case WAITING -> new CheckResult.Waiting(known(this.since), known(this.nextLook), this.explanation);
			case NOT_CHECKED -> new CheckResult.NotChecked(this.checkedAt, this.nextLook, why());
		};
	}

	/**
	 * Whether it opened with a credential, and not before.
	 * @param newest the newest credential
	 * @return false if it opened with a former one only
	 */
	boolean isProven(long newest) {
		return this.state == State.PASSED && this.sequence != null && this.sequence == newest;
	}

	private Explanation why() {
		return (this.explanation != null) ? this.explanation : NOT_TRIED_YET;
	}

	private static Instant known(@Nullable Instant instant) {
		if (instant == null) {
			throw new IllegalStateException("a check of that state has that time");
		}
		return instant;
	}

	/**
	 * What a login has shown.
	 */
	enum State {

		/** The mailbox opened. */
		PASSED,
		/** It did not, and waiting does not help. */
		FAILED,
		/** It did not, and Microsoft may still be spreading something. */
		WAITING,
		/** Nothing was proven. */
		NOT_CHECKED

	}

}
