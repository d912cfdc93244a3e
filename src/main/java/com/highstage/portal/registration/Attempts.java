package com.highstage.portal.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Intent first: what is about to be changed at Microsoft is committed, with its audit
 * entry, before it is tried.
 */
public interface Attempts {

	/**
	 * Commits the intent, makes the call, commits what came of it. For calls that may be
	 * repeated after reading.
	 * @param <T> what the call returns
	 * @param work on whose behalf
	 * @param call which call
	 * @param subject what it is done to
	 * @param action the call itself
	 * @return what the call returned
	 * @throws MicrosoftException what the call threw; the attempt has failed, or stays
	 * unknown
	 */
	<T> T around(Work work, Attempt.Call call, String subject, Supplier<T> action);

	/**
	 * Commits an intent and its audit entry.
	 * @param work on whose behalf
	 * @param call which call
	 * @param subject what it is done to
	 * @return the attempt
	 */
	Attempt begin(Work work, Attempt.Call call, String subject);

	/**
	 * Notes in the caller's transaction that the call succeeded.
	 * @param work on whose behalf
	 * @param attempt the attempt
	 */
	void done(Work work, Attempt attempt);

	/**
	 * Commits what the call threw: failed, or still unknown.
	 * @param work on whose behalf
	 * @param attempt the attempt
	 * @param failure what the call threw
	 */
	void failed(Work work, Attempt attempt, MicrosoftException failure);

	/**
	 * Commits that the outcome is known by reading, and nothing is left of it.
	 * @param work on whose behalf
	 * @param attempt the attempt
	 */
	void reconciled(Work work, Attempt attempt);

	/**
	 * Attempts whose outcome is not known.
	 * @param connection the connection
	 * @return the oldest first
	 */
	List<Attempt> unknown(ConnectionId connection);

	/**
	 * When a call was last about to be made for a connection.
	 * @param connection the connection
	 * @param call which call
	 * @return empty if never, whatever came of it
	 */
	Optional<Instant> latest(ConnectionId connection, Attempt.Call call);

}
