package com.highstage.portal.consent;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Application.DeclaredPermission;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ObjectId;

/**
 * Declares and grants the application's permissions: reads first, changes only ours, and
 * revokes nothing unasked.
 */
@Service
public class Permissions {

	private final Applications applications;

	private final ServicePrincipals principals;

	private final Attempts attempts;

	Permissions(Applications applications, ServicePrincipals principals, Attempts attempts) {
		this.applications = applications;
		this.principals = principals;
		this.attempts = attempts;
	}

	/**
	 * Exchange Online's roles in the organisation.
	 * @param delegation whose authority
	 * @return empty if the organisation has no Exchange Online
	 */
	public Optional<MailRoles> roles(Delegation delegation) {
		return this.principals.exchangeOnline(delegation).map(MailRoles::of);
	}

	/**
	 * What is granted to the application.
	 * @param delegation whose authority
	 * @param principal the enterprise application
	 * @return the grants
	 */
	public Set<Grant> grants(Delegation delegation, ObjectId principal) {
		return this.principals.grants(delegation, principal);
	}

	/**
	 * Declares exactly the chosen mail permissions and keeps every other declaration.
	 * @param work on whose behalf
	 * @param application the application as read
	 * @param roles the roles of Exchange Online
	 * @param chosen the chosen permissions
	 * @return whether something had to be changed
	 */
	public boolean declare(Work work, Application application, MailRoles roles, Set<MailPermission> chosen) {
		Set<DeclaredPermission> wanted = new HashSet<>(application.declared());
		wanted.removeAll(roles.declarations(roles.ids().keySet()));
		wanted.addAll(roles.declarations(chosen));
		if (wanted.equals(application.declared())) {
			return false;
		}
		this.attempts.around(work, Call.DECLARE, application.clientId() + " " + chosen, () -> {
			this.applications.declare(work.delegation(), application.id(), wanted);
			return wanted;
		});
		return true;
	}

	/**
	 * Grants one permission, which is admin consent for it.
	 * @param work on whose behalf
	 * @param principal the enterprise application
	 * @param roles the roles of Exchange Online
	 * @param permission what to grant
	 */
	public void grant(Work work, ObjectId principal, MailRoles roles, MailPermission permission) {
		this.attempts.around(work, Call.GRANT, principal + " " + permission.role(), () -> {
			this.principals.grant(work.delegation(), principal, roles.exchange(), roles.id(permission));
			return permission;
		});
	}

	/**
	 * Revokes a permission that a person asked to revoke.
	 * @param work on whose behalf
	 * @param grants what is granted
	 * @param roles the roles of Exchange Online
	 * @param permission what to revoke
	 */
	public void revoke(Work work, Set<Grant> grants, MailRoles roles, MailPermission permission) {
		grants.stream().filter((grant) -> roles.is(grant, permission)).forEach((grant) -> {
			String subject = permission.role() + " " + grant.id();
			this.attempts.around(work, Call.REVOKE, subject, () -> {
				this.principals.revoke(work.delegation(), grant.resource(), grant.id());
				return permission;
			});
		});
	}

}
