package com.highstage.portal.simulator.model;

import java.util.List;
import java.util.UUID;

/**
 * What exists from the start: the content of {@code organisations.json}.
 *
 * @param organisations the organisations
 * @param portal the portal's own application
 */
public record Founding(List<Company> organisations, Portal portal) {

	static Founding read() {
		return Published.read("organisations.json", Founding.class);
	}

	/**
	 * An organisation.
	 *
	 * @param name its display name
	 * @param domain its default domain
	 * @param tenantId its id
	 * @param secretsForbidden whether its policy forbids secrets
	 * @param secretLifetimeDays the longest lifetime of a secret, 0 for any
	 * @param noExchange whether it has no Exchange Online
	 * @param smtpAuthDisabled whether SMTP AUTH is off where a mailbox says nothing else
	 * @param accounts its people, guests included
	 * @param mailboxes its mailboxes
	 */
	public record Company(String name, String domain, UUID tenantId, boolean secretsForbidden, int secretLifetimeDays,
			boolean noExchange, boolean smtpAuthDisabled, List<Account> accounts, List<Mailbox> mailboxes) {

	}

	/**
	 * The portal's own multi-tenant application.
	 *
	 * @param home the domain of the organisation that registered it
	 * @param appId its client id
	 * @param displayName its name
	 * @param secret its secret
	 * @param redirectUris where it may be returned to
	 * @param appRoles its own roles
	 */
	public record Portal(String home, String appId, String displayName, String secret, List<String> redirectUris,
			List<Published.Role> appRoles) {

	}

}
