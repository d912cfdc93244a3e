package com.highstage.portal.microsoft;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * Enterprise applications in the signed-in person's organisation, and what is granted to
 * them. Each method is one call to Graph and throws {@link MicrosoftException}.
 */
public interface ServicePrincipals {

	Optional<ServicePrincipal> find(Delegation delegation, ClientId clientId);

	/**
	 * Creates or finds it ({@code Prefer: create-if-missing}; a second call reads an
	 * existing one).
	 * @param delegation whose authority
	 * @param clientId the application (client) id
	 * @return what exists now
	 */
	ServicePrincipal createIfMissing(Delegation delegation, ClientId clientId);

	/**
	 * Exchange Online in this organisation, with the ids of its app roles.
	 * @param delegation whose authority
	 * @return empty if the organisation has no Exchange Online
	 */
	Optional<ExchangeOnline> exchangeOnline(Delegation delegation);

	/**
	 * The app roles of Exchange Online that are granted to a service principal.
	 * @param delegation whose authority
	 * @param servicePrincipal the enterprise application's object id
	 * @return the grants that exist
	 */
	Set<Grant> grants(Delegation delegation, ObjectId servicePrincipal);

	/**
	 * Grants one app role, which is admin consent for it. An existing grant counts as
	 * granted.
	 * @param delegation whose authority
	 * @param servicePrincipal the enterprise application's object id
	 * @param resource the service principal whose role it is
	 * @param appRole the id of the role
	 */
	void grant(Delegation delegation, ObjectId servicePrincipal, ObjectId resource, UUID appRole);

	void revoke(Delegation delegation, ObjectId resource, String assignmentId);

	/**
	 * An enterprise application.
	 *
	 * @param id its object id, which Exchange must know
	 * @param clientId the application id
	 * @param enabled {@code accountEnabled}
	 */
	record ServicePrincipal(ObjectId id, ClientId clientId, boolean enabled) {

	}

	/**
	 * The Office 365 Exchange Online service principal.
	 *
	 * @param id differs for each organisation
	 * @param roles the role ids by permission, as found in this organisation
	 */
	record ExchangeOnline(ObjectId id, Map<MailPermission, UUID> roles) {

		public ExchangeOnline {
			roles = Map.copyOf(roles);
		}

	}

	/**
	 * One app-role assignment.
	 *
	 * @param id the assignment's id
	 * @param resource the service principal whose role it is
	 * @param appRole the role's id
	 */
	record Grant(String id, ObjectId resource, UUID appRole) {

	}

}
