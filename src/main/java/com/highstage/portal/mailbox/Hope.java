package com.highstage.portal.mailbox;

import java.util.Set;

import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.Failure;

/**
 * What a failure with one mailbox means for the others.
 */
enum Hope {

	/** The same would happen with every other mailbox. */
	NONE,

	/** It is about this mailbox. */
	OTHERS,

	/** It may have worked, or will work soon. */
	SOON;

	private static final Set<String> CONCERNS_ALL = Set.of(Cause.ROLE_TOO_SMALL.key(),
			Cause.EXCHANGE_ROLE_TOO_SMALL.key(), Cause.ROLE_NOT_ACTIVE.key(), Cause.NO_EXCHANGE_ONLINE.key(),
			Cause.TOO_MANY_REQUESTS.key(), Cause.MICROSOFT_BUSY.key(), Cause.NOT_REACHABLE.key());

	static Hope after(Failure failure) {
		boolean all = failure.kind() == Failure.Kind.SIGN_IN_AGAIN || failure.retryAfter() != null
				|| CONCERNS_ALL.contains(Explanations.of(failure).key());
		if (all) {
			return NONE;
		}
		return switch (failure.kind()) {
			case RETRY_LATER, UNKNOWN -> SOON;
			default -> OTHERS;
		};
	}

}
