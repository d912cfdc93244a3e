package com.highstage.portal.operator;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.invitation.customer.CustomerId;

/**
 * The list of all customers.
 */
public interface Desk {

	/**
	 * A page of the list. Pages hang together by the last row seen, not by counting, so
	 * that rows that come or move meanwhile neither repeat others nor hide them.
	 * @param query which customers
	 * @param place where the page begins
	 * @return the page
	 */
	Page list(DeskQuery query, Place place);

	/**
	 * All customers of a query, without holding them in memory. In the order of names who
	 * moves meanwhile is neither missed nor told twice.
	 * @param query which customers
	 * @param each gets one after the other
	 */
	void each(DeskQuery query, Consumer<DeskRow> each);

	/**
	 * One customer.
	 * @param customer who
	 * @return their row
	 */
	Optional<DeskRow> find(CustomerId customer);

	/**
	 * Those of some customers that are known, by whichever id.
	 * @param ids ids of customers and of organisations
	 * @return their rows, in no order
	 */
	List<DeskRow> known(Collection<UUID> ids);

	/**
	 * A page of the list.
	 *
	 * @param rows the rows, in the query's order
	 * @param previous the mark before the first row; null if nothing is before it
	 * @param next the mark after the last row; null if nothing follows
	 */
	record Page(List<DeskRow> rows, @Nullable String previous, @Nullable String next) {

		public Page {
			rows = List.copyOf(rows);
		}

	}

	/**
	 * Where a page begins.
	 *
	 * @param mark a mark from another page of the same query; anything else is the
	 * beginning of the list
	 * @param backwards whether the page ends before the mark rather than beginning after
	 * it
	 */
	record Place(String mark, boolean backwards) {

		/** The first page. */
		public static final Place FIRST = new Place("", false);

	}

}
