package com.highstage.portal.operator;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Which customers an operator wants to see, and in which order.
 *
 * @param text words that each have to begin a word of the customer's; empty for all
 * @param state only those in this state; null for all
 * @param group only those in one of its states; null for all
 * @param stuck only those who have not moved for so long though somebody has something to
 * do; null for all
 * @param secret only those whose secret ends so soon; null for all
 * @param unmatched only those whom an operator has yet to match
 * @param sort the order
 */
public record DeskQuery(String text, @Nullable CustomerState state, CustomerState.@Nullable Group group,
		@Nullable Stuck stuck, @Nullable Secret secret, boolean unmatched, Sort sort) {

	/** Everybody, by name. */
	public static final DeskQuery ALL = new DeskQuery("", null, null, null, null, false, Sort.NAME);

	/**
	 * The same customers in another order.
	 * @param order the order
	 * @return the query
	 */
	public DeskQuery by(Sort order) {
		return new DeskQuery(this.text, this.state, this.group, this.stuck, this.secret, this.unmatched, order);
	}

	/**
	 * For how long nothing moved; message {@code operator.stuck.<name>}.
	 */
	public enum Stuck {

		/** For a day. */
		DAY(Duration.ofDays(1)),

		/** For three days. */
		THREE_DAYS(Duration.ofDays(3)),

		/** For a week. */
		WEEK(Duration.ofDays(7));

		private final Duration duration;

		Stuck(Duration duration) {
			this.duration = duration;
		}

		public Duration duration() {
			return this.duration;
		}

	}

	/**
	 * How soon the newest secret ends; message {@code operator.secret.<name>}.
	 */
	public enum Secret {

		/** It has ended. */
		OVER(Duration.ZERO),

		/** Within a week. */
		WEEK(Duration.ofDays(7)),

		/** Within 30 days. */
		MONTH(Duration.ofDays(30)),

		/** Within 60 days. */
		TWO_MONTHS(Duration.ofDays(60));

		private final Duration within;

		Secret(Duration within) {
			this.within = within;
		}

		public Duration within() {
			return this.within;
		}

	}

	/**
	 * The order; message {@code operator.sort.<name>}.
	 */
	public enum Sort {

		/** By name. */
		NAME,

		/** Who has not moved for longest first. */
		STUCK,

		/** Whose secret ends soonest first. */
		SECRET,

		/** What changed last first. */
		CHANGED

	}

}
