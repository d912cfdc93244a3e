package com.highstage.portal.onboarding;

import java.util.List;
import java.util.Set;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.TenantId;

/**
 * What the done page shows: what exists, and what is left to be done for the mailboxes.
 *
 * @param overview the state of every step
 * @param tenant the organisation
 * @param clientId the application (client) id
 * @param servicePrincipal the enterprise application's object id
 * @param granted the permissions granted
 * @param mailboxes the mailboxes of the plan
 * @param script the PowerShell commands that open them, in plain ASCII, ids and mailboxes
 * filled in
 */
public record DonePage(Overview overview, TenantId tenant, ClientId clientId, ObjectId servicePrincipal,
		Set<MailPermission> granted, List<String> mailboxes, String script) {

	public DonePage {
		granted = Set.copyOf(granted);
		mailboxes = List.copyOf(mailboxes);
	}

}
