package com.highstage.portal.operator.invite;

import java.util.List;

/**
 * What was found in a list of customers.
 */
sealed interface Listing {

	/**
	 * It could be read.
	 *
	 * @param lines its lines, at least one
	 */
	record Lines(List<TypedLine> lines) implements Listing {

		public Lines {
			lines = List.copyOf(lines);
		}

	}

	/**
	 * It could not be read.
	 *
	 * @param why the reason
	 */
	record Unreadable(Imports.Refusal why) implements Listing {

	}

}
