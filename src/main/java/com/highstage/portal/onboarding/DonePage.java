package com.highstage.portal.onboarding;

import java.util.Set;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.TenantId;

/**
 * What the done page shows: what exists, and which mailboxes open.
 *
 * @param overview the state of every step
 * @param tenant the organisation
 * @param clientId the application (client) id
 * @param servicePrincipal the enterprise application's object id
 * @param granted the permissions granted
 * @param mailboxes the mailboxes, each with what is known of it
 * @param leaving the mailboxes that are yet to be closed
 */
public record DonePage(Overview overview, TenantId tenant, ClientId clientId, ObjectId servicePrincipal,
		Set<MailPermission> granted, MailboxList mailboxes, Leaving leaving) {

	public DonePage {
		granted = Set.copyOf(granted);
	}

}
