package com.highstage.portal.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.highstage.portal.mailbox.MailboxLookUp.Answer;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;

/**
 * Whether a login can succeed under an address at all: servers refuse an alias or a
 * sign-in name in the same words as a missing permission, so Exchange has to say it.
 */
public final class AddressCheck {

	private AddressCheck() {
	}

	/**
	 * What speaks against an address.
	 * @param answer what Exchange said about it
	 * @param at when
	 * @return empty if it is a mailbox's primary address
	 */
	public static Optional<CheckResult> against(Answer answer, Instant at) {
		return switch (answer) {
			case Answer.Exists ignored -> Optional.empty();
			case Answer.OtherAddress(var mailbox) -> Optional.of(new CheckResult.Failed(at,
					new Explanation(Cause.NOT_PRIMARY_ADDRESS.key(), mailbox.address().value(), ""),
					List.of(Remedy.USE_PRIMARY_ADDRESS)));
			case Answer.Missing() -> Optional
				.of(new CheckResult.Failed(at, new Explanation(Cause.MAILBOX_UNKNOWN.key(), "", ""), List.of()));
			case Answer.NotAsked(Explanation why) -> Optional.of(new CheckResult.NotChecked(at, null, why));
		};
	}

}
