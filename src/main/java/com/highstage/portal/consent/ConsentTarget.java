package com.highstage.portal.consent;

import java.util.Set;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.TenantId;

/**
 * What an organisation consents to.
 */
public sealed interface ConsentTarget {

	/**
	 * Which organisation consents.
	 * @return the organisation
	 */
	TenantId tenant();

	/**
	 * The portal's own application may set things up.
	 *
	 * @param tenant the organisation
	 */
	record Portal(TenantId tenant) implements ConsentTarget {

	}

	/**
	 * The customer's application may use mailboxes.
	 *
	 * @param tenant the organisation
	 * @param client the application
	 * @param permissions what it asks for
	 */
	record Application(TenantId tenant, ClientId client, Set<MailPermission> permissions) implements ConsentTarget {

		public Application {
			permissions = Set.copyOf(permissions);
		}

	}

}
