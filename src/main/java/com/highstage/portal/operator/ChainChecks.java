package com.highstage.portal.operator;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Operator;
import com.highstage.portal.audit.AuditChain.ChainState;

/**
 * Verifies the audit chain in the background, because a long one takes a while.
 */
public interface ChainChecks {

	/**
	 * Asks for a verification, unless one goes on.
	 * @param by who asks
	 */
	void ask(Operator by);

	/**
	 * The last verification that was asked for.
	 * @return empty if nobody ever asked
	 */
	Optional<Check> last();

	/**
	 * A verification.
	 *
	 * @param askedAt when it was asked for
	 * @param askedBy display name of who asked
	 * @param endedAt when it ended; null while it goes on
	 * @param found what was found; null while it goes on
	 */
	record Check(Instant askedAt, String askedBy, @Nullable Instant endedAt, @Nullable ChainState found) {

		/**
		 * Whether it has not ended.
		 * @return true while entries are read
		 */
		public boolean goesOn() {
			return this.endedAt == null;
		}

	}

}
