package com.highstage.portal.onboarding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * What the person wants to have: the input of every step, with defaults.
 *
 * @param applicationName the application's display name
 * @param contact the mail address to tell when it is done; empty if not given
 * @param secretDescription what stands in the secret's display name, at most
 * {@value #LONGEST_DESCRIPTION} characters
 * @param lifetimeDays how long the secret or certificate lasts
 * @param credentialType secret or certificate
 * @param permissions the chosen permissions, at least one
 * @param mailboxes the mailboxes' addresses
 */
public record Plan(PlainName applicationName, String contact, PlainName secretDescription, int lifetimeDays,
		CredentialType credentialType, Set<MailPermission> permissions, List<MailboxAddress> mailboxes) {

	/** The lifetimes offered, in days. */
	public static final List<Integer> LIFETIMES = List.of(90, 180, 365, 730);

	/** The lifetime unless another is chosen, in days. */
	public static final int DEFAULT_LIFETIME = 180;

	/** Longest description of a secret, in characters. */
	public static final int LONGEST_DESCRIPTION = 50;

	private static final PlainName DEFAULT_NAME = new PlainName("Highstage Mail");

	public Plan {
		applicationName = applicationName.value().isEmpty() ? DEFAULT_NAME : applicationName;
		secretDescription = described(secretDescription);
		if (lifetimeDays < 1 || lifetimeDays > 730) {
			throw new IllegalArgumentException("a lifetime is 1 to 730 days");
		}
		if (permissions.isEmpty()) {
			throw new IllegalArgumentException("at least one permission is needed");
		}
		permissions = Set.copyOf(permissions);
		mailboxes = List.copyOf(mailboxes);
	}

	/**
	 * What is suggested to everybody.
	 * @return a plan with every default
	 */
	public static Plan standard() {
		return new Plan(DEFAULT_NAME, "", new PlainName("Highstage"), DEFAULT_LIFETIME, CredentialType.SECRET,
				EnumSet.of(MailPermission.IMAP, MailPermission.POP), List.of());
	}

	public Plan withApplication(PlainName name, String newContact) {
		return new Plan(name, newContact, this.secretDescription, this.lifetimeDays, this.credentialType,
				this.permissions, this.mailboxes);
	}

	public Plan withCredential(CredentialType type, PlainName description, int days) {
		return new Plan(this.applicationName, this.contact, description, days, type, this.permissions, this.mailboxes);
	}

	public Plan withPermissions(Set<MailPermission> chosen) {
		return new Plan(this.applicationName, this.contact, this.secretDescription, this.lifetimeDays,
				this.credentialType, chosen, this.mailboxes);
	}

	public Plan withMailboxes(List<MailboxAddress> addresses) {
		return new Plan(this.applicationName, this.contact, this.secretDescription, this.lifetimeDays,
				this.credentialType, this.permissions, addresses);
	}

	private static PlainName described(PlainName description) {
		String text = description.value().isEmpty() ? "Highstage" : description.value();
		int length = Math.min(text.codePointCount(0, text.length()), LONGEST_DESCRIPTION);
		return new PlainName(text.substring(0, text.offsetByCodePoints(0, length)));
	}

}
