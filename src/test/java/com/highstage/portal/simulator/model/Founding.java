package com.highstage.portal.simulator.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
	 * An organisation. Whatever does not fit together is refused.
	 *
	 * @param name its display name
	 * @param domain its default domain, directly below {@code example}
	 * @param tenantId its id, by default one that follows from the domain
	 * @param secretsForbidden whether its policy forbids secrets
	 * @param secretLifetimeDays the longest lifetime of a secret, 0 for any
	 * @param noExchange whether it has no Exchange Online
	 * @param smtpAuthDisabled whether SMTP AUTH is off where a mailbox says nothing else
	 * @param accounts its people, guests included; by default one of each role
	 * @param mailboxes its mailboxes; by default those of its people and a few more
	 */
	public record Company(String name, String domain, UUID tenantId, boolean secretsForbidden, int secretLifetimeDays,
			boolean noExchange, boolean smtpAuthDisabled, List<Account> accounts, List<Mailbox> mailboxes) {

		public Company {
			Objects.requireNonNull(name, "an organisation has a name");
			Objects.requireNonNull(domain, "an organisation has a domain");
			if (!domain.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?\\.example")) {
				throw new IllegalArgumentException("not a domain directly below example: " + domain);
			}
			tenantId = (tenantId != null) ? tenantId : UUID.nameUUIDFromBytes(domain.getBytes(StandardCharsets.UTF_8));
			accounts = (accounts != null) ? List.copyOf(accounts) : Staff.at(domain);
			if (noExchange) {
				mailboxes = (mailboxes != null) ? List.copyOf(mailboxes) : List.of();
			}
			else {
				mailboxes = (mailboxes != null) ? List.copyOf(mailboxes) : Staff.mailboxes(domain, accounts);
			}
			Staff.check(domain, accounts, mailboxes);
		}

		/**
		 * An organisation with people of every role and with mailboxes, as most of
		 * Highstage's customers are.
		 * @param name its display name
		 * @param domain its default domain
		 * @return the organisation, not yet founded
		 */
		public static Company of(String name, String domain) {
			return new Company(name, domain, null, false, 0, false, false, null, null);
		}

	}

	/**
	 * The portal's own multi-tenant application.
	 *
	 * @param home the domain of the organisation that registered it
	 * @param appId its client id
	 * @param displayName its name
	 * @param secret its secret
	 * @param redirectUris where it may be returned to
	 * @param appRoles its own roles for people
	 * @param applicationRoles its own roles for applications
	 * @param daemons applications of the same organisation that have no people
	 */
	public record Portal(String home, String appId, String displayName, String secret, List<String> redirectUris,
			List<Published.Role> appRoles, List<Published.Role> applicationRoles, List<Daemon> daemons) {

		public boolean isAudience(String audience) {
			return audience.equals(this.appId) || audience.equals("api://" + this.appId);
		}

	}

	/**
	 * An application that signs in on its own.
	 *
	 * @param appId its client id
	 * @param displayName its name
	 * @param secret its secret
	 * @param roles its roles in the portal's application
	 */
	public record Daemon(String appId, String displayName, String secret, List<String> roles) {

	}

}
