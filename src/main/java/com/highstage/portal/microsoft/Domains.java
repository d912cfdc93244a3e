package com.highstage.portal.microsoft;

import com.highstage.portal.tenant.TenantId;

/**
 * Whose domain something is; anybody may ask that, without signing in.
 */
public interface Domains {

	/**
	 * Asks Microsoft which organisation has a domain.
	 * @param domain the domain, in ASCII
	 * @return what Microsoft says
	 */
	Owner owner(String domain);

	/**
	 * What Microsoft says.
	 */
	sealed interface Owner {

		/**
		 * An organisation has it.
		 *
		 * @param tenant the organisation
		 */
		record Organisation(TenantId tenant) implements Owner {

		}

		/**
		 * No organisation has it; people with personal accounts may.
		 */
		record Nobody() implements Owner {

		}

		/**
		 * There was no answer that could be understood; ask again later.
		 */
		record Unknown() implements Owner {

		}

	}

}
