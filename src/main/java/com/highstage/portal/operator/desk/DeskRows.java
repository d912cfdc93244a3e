package com.highstage.portal.operator.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.operator.DeskRow;

/**
 * The rows of the list. Changes run in the caller's transaction.
 */
interface DeskRows {

	/**
	 * Locks a customer's row, made if there is none, for the rest of the transaction:
	 * what is read after that is newer than what anybody wrote into it.
	 * @param customer who
	 * @return the row as it was; empty if there was none
	 */
	Optional<DeskRow> lock(CustomerId customer);

	Optional<DeskRow> find(CustomerId customer);

	/**
	 * Writes a locked row.
	 * @param row what to show
	 * @param due when the passing of time alone changes it; null for never
	 * @param words what it is found by
	 */
	void save(DeskRow row, @Nullable Instant due, Collection<byte[]> words);

	/**
	 * Says when a row is to be looked at again, and nothing else.
	 * @param customer whose row
	 * @param at when; null for never
	 */
	void lookAgain(CustomerId customer, @Nullable Instant at);

	void remove(CustomerId customer);

	/**
	 * Rows that the passing of time has changed.
	 * @param now the time
	 * @param most how many at most
	 * @return whose
	 */
	List<CustomerId> due(Instant now, int most);

}
