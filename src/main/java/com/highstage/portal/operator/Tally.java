package com.highstage.portal.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many customers stand where.
 *
 * @param states how many are in each state; a state without any is missing
 * @param unmatched how many an operator has yet to match
 * @param secrets how many secrets end on each day, in UTC
 * @param at when it was counted
 */
public record Tally(Map<CustomerState, Long> states, long unmatched, SortedMap<LocalDate, Long> secrets, Instant at) {

	public Tally {
		states = Map.copyOf(states);
		secrets = new TreeMap<>(secrets);
	}

	/**
	 * How many are in a state.
	 * @param state the state
	 * @return the number
	 */
	public long of(CustomerState state) {
		return this.states.getOrDefault(state, 0L);
	}

	/**
	 * How many there are.
	 * @return the number
	 */
	public long all() {
		return this.states.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Counts the customers.
	 */
	public interface Tallies {

		/**
		 * The last count if it is young enough, else a new one.
		 * @param age how old it may be; a count that is older than a second is renewed in
		 * the background for those who ask next
		 * @return the count
		 */
		Tally within(Duration age);

	}

}
