package com.highstage.portal.operator.invite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Operator;
import com.highstage.portal.invitation.customer.CustomerId;

/**
 * Lists of customers: read and judged first, invited once an operator has confirmed them.
 * What is confirmed is done in the background, each customer once, however often the
 * portal is stopped in between.
 */
public interface Imports {

	/** The largest file, in bytes. */
	int LARGEST = 1024 * 1024;

	/**
	 * Reads and judges a list; nobody is invited.
	 * @param by the operator
	 * @param list the list
	 * @return what came of it
	 */
	Reading read(Operator by, CustomerList list);

	/**
	 * What is known of a list.
	 * @param id the list
	 * @return empty if there is none, or it was forgotten
	 */
	Optional<Import> find(UUID id);

	/**
	 * Some of a list's lines, those first that cannot be invited.
	 * @param id the list
	 * @param page which of them, from 0
	 * @return at most {@value #PAGE} lines
	 */
	List<Line> lines(UUID id, int page);

	/**
	 * Begins to invite the customers of a list who can be; once more changes nothing.
	 * @param by the operator
	 * @param id the list
	 * @return false if there is no such list
	 */
	boolean confirm(Operator by, UUID id);

	/** How many lines one page has. */
	int PAGE = 100;

	/**
	 * A list as it came.
	 *
	 * @param text the list
	 * @param usual what counts where a line says nothing
	 */
	record CustomerList(String text, Usual usual) {

		/**
		 * A list that was uploaded.
		 * @param file the file
		 * @param usual what counts where a line says nothing
		 * @return the list
		 */
		public static CustomerList of(byte[] file, Usual usual) {
			return new CustomerList(ListText.read(file), usual);
		}

	}

	/**
	 * What came of reading a list.
	 */
	sealed interface Reading {

		/**
		 * It can be looked at and confirmed.
		 *
		 * @param id the list
		 */
		record Judged(UUID id) implements Reading {

		}

		/**
		 * It could not be read.
		 *
		 * @param why the reason
		 */
		record Refused(Refusal why) implements Reading {

		}

	}

	/**
	 * Why a list cannot be read.
	 */
	enum Refusal {

		/** There is nothing in it. */
		EMPTY,
		/** The first row does not name the columns. */
		NO_HEADER,
		/** It is not a table. */
		BROKEN,
		/** It has more lines than the portal takes. */
		TOO_MANY,
		/** It is too large. */
		TOO_LARGE

	}

	/**
	 * A list.
	 *
	 * @param id its id
	 * @param by display name of the operator who brought it
	 * @param at when
	 * @param confirmedAt when somebody confirmed it; null before
	 * @param endedAt when everybody was invited; null before
	 * @param lines how many lines it has
	 * @param good how many customers are yet to be invited
	 * @param invited how many were invited
	 */
	record Import(UUID id, String by, Instant at, @Nullable Instant confirmedAt, @Nullable Instant endedAt, int lines,
			int good, int invited) {

		/**
		 * Whether customers are being invited.
		 * @return false before somebody confirmed it and after all was done
		 */
		public boolean isUnderWay() {
			return this.confirmedAt != null && this.endedAt == null;
		}

		/**
		 * How many lines could not be invited.
		 * @return the number
		 */
		public int left() {
			return this.lines - this.good - this.invited;
		}

	}

	/**
	 * A line.
	 *
	 * @param number its place in the list
	 * @param customer what was typed, made harmless and bounded
	 * @param verdict what was found
	 * @param invited the customer; null if they were not invited
	 */
	record Line(int number, TypedCustomer customer, Verdict verdict, @Nullable CustomerId invited) {

	}

}
