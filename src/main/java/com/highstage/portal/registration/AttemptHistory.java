package com.highstage.portal.registration;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;

/**
 * What the portal has tried at Microsoft, for people who want to know.
 */
public interface AttemptHistory {

	/**
	 * The attempts of a connection.
	 * @param connection the connection
	 * @param most how many at most
	 * @return the newest first
	 */
	List<PastAttempt> of(ConnectionId connection, int most);

	/**
	 * An attempt and what came of it.
	 *
	 * @param attempt the attempt
	 * @param step for which step
	 * @param state what came of it
	 * @param code Microsoft's code if it failed, else empty
	 * @param reference Microsoft's request id if it failed, else empty
	 * @param endedAt when that was known; null while it is not
	 */
	record PastAttempt(Attempt attempt, String step, State state, String code, String reference,
			@Nullable Instant endedAt) {

		/**
		 * Whether a change was made, or may have been.
		 * @param call which change
		 * @return true if this was that call and it is not known to have failed
		 */
		public boolean mayHaveMade(Attempt.Call call) {
			return this.attempt.call() == call && this.state != State.FAILED;
		}

	}

	/**
	 * What came of an attempt.
	 */
	enum State {

		/** Not known yet. */
		INTENT,
		/** It was done. */
		DONE,
		/** It was not. */
		FAILED,
		/** The answer was lost; what came of it was looked up. */
		RECONCILED

	}

}
