package com.highstage.portal.invitation.customer;

import java.util.Optional;

/**
 * Finds out which organisation an operator means by a domain.
 */
public interface ExpectedOrganisations {

	/**
	 * Asks Microsoft whose domain it is; not to be called within a transaction.
	 * @param domain what the operator typed
	 * @return what was found
	 */
	Answer find(String domain);

	/**
	 * What was found.
	 */
	sealed interface Answer {

		/**
		 * An organisation has the domain.
		 *
		 * @param organisation the organisation, for the {@link Invitation}
		 * @param already the customer that it is already, if it is one
		 */
		record Found(ExpectedOrganisation organisation, Optional<Customer> already) implements Answer {

		}

		/**
		 * No organisation has it, or it is no domain.
		 */
		record NoSuch() implements Answer {

		}

		/**
		 * Microsoft did not answer; ask again later, or invite without a domain.
		 */
		record CouldNotAsk() implements Answer {

		}

	}

}
