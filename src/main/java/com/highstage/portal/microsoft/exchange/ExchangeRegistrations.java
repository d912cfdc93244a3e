package com.highstage.portal.microsoft.exchange;

import java.util.List;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * The applications that Exchange Online itself knows in the signed-in person's
 * organisation. Each method is one command, is never repeated below this port, and throws
 * {@link com.highstage.portal.microsoft.MicrosoftException}.
 */
public interface ExchangeRegistrations {

	/**
	 * All registrations ({@code Get-ServicePrincipal}): asked for one by its id, Exchange
	 * answers with all of them if that one is missing.
	 * @param delegation whose authority
	 * @return every registration, Microsoft's own included
	 */
	List<Registration> list(Delegation delegation);

	/**
	 * Makes an application known ({@code New-ServicePrincipal}). Exchange accepts any
	 * Object ID; a wrong one shows only at a login.
	 * @param delegation whose authority
	 * @param client the application (client) id
	 * @param servicePrincipal the object id of the <em>enterprise application</em>
	 * @param displayName what administrators see
	 */
	void add(Delegation delegation, ClientId client, ObjectId servicePrincipal, String displayName);

	/**
	 * Takes a registration away ({@code Remove-ServicePrincipal}); a missing one counts
	 * as removed.
	 * @param delegation whose authority
	 * @param servicePrincipal the Object ID under which it is registered
	 */
	void remove(Delegation delegation, ObjectId servicePrincipal);

	/**
	 * An application as Exchange knows it.
	 *
	 * @param client the application (client) id
	 * @param servicePrincipal the Object ID under which it is registered, right or wrong
	 * @param displayName its name there
	 */
	record Registration(ClientId client, ObjectId servicePrincipal, String displayName) {

	}

}
