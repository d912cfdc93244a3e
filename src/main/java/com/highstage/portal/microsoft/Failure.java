package com.highstage.portal.microsoft;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Why a call to Microsoft did not succeed, in our words.
 *
 * @param kind what to do about it
 * @param status the HTTP status, 0 if there was no answer
 * @param code Graph's {@code error.code}, or {@code AADSTS} and its number; empty if the
 * answer had none
 * @param details Graph's {@code details[].code}, most specific first
 * @param target Graph's {@code details[].target}, if given
 * @param message Microsoft's own words, cleaned and bounded; for support, never the
 * explanation
 * @param reference the {@code request-id} or correlation id that Microsoft's support asks
 * for; our {@code client-request-id} if there was no answer
 * @param retryAfter how long Microsoft asked to wait, if it did and could be understood
 */
public record Failure(Kind kind, int status, String code, List<String> details, @Nullable String target, String message,
		String reference, @Nullable Duration retryAfter) {

	private static final Set<String> USUAL_WHEN_NEW = Set.of("AADSTS7000215", "AADSTS7000222", "AADSTS700016",
			"AADSTS7000229", "AADSTS700027", "AADSTS65001", "AADSTS650057");

	public Failure {
		details = List.copyOf(details);
	}

	/**
	 * Whether the code or one of the detail codes is the given one.
	 * @param wanted the code to look for
	 * @return true if it is there
	 */
	public boolean has(String wanted) {
		return this.code.equals(wanted) || this.details.contains(wanted);
	}

	/**
	 * Whether Microsoft answers so for some minutes when an object, secret or grant is
	 * new and has not spread to all its servers; when none is new, the answer means what
	 * it says.
	 * @return true if a caller that has just made something should wait with
	 * {@link #later()}
	 */
	public boolean isUsualWhenNew() {
		return this.kind == Kind.NOT_FOUND || USUAL_WHEN_NEW.contains(this.code);
	}

	/**
	 * The same failure as one that waiting will mend.
	 * @return a failure of kind {@link Kind#RETRY_LATER}
	 */
	public Failure later() {
		return new Failure(Kind.RETRY_LATER, this.status, this.code, this.details, this.target, this.message,
				this.reference, this.retryAfter);
	}

	/**
	 * What to do about a failure.
	 */
	public enum Kind {

		/** Nothing happened; try again later: throttled, busy, or not replicated yet. */
		RETRY_LATER,

		/** It may or may not have happened: read before doing anything else. */
		UNKNOWN,

		/** The person's token is gone, refused, or a claims challenge was sent. */
		SIGN_IN_AGAIN,

		/**
		 * The role, a policy or a licence does not allow it: an administrator decides.
		 */
		TELL_ADMIN,

		/** The object does not exist, or not yet. */
		NOT_FOUND,

		/** The request was wrong: a defect of the portal. */
		BUG

	}

}
