package com.highstage.portal.invitation.customer;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * What an operator says of a customer when inviting them.
 *
 * @param name the customer's name
 * @param reference Highstage's own reference of the customer; empty for none
 * @param address where the invitation goes: their Microsoft 365 administrator
 * @param language the language to write in
 * @param permissions the protocols that are suggested, at least one
 * @param mailboxes the mailboxes that are suggested; may be empty
 * @param expected the organisation that is expected, as {@link ExpectedOrganisations}
 * found it; null if any may come
 * @param validFor how long each link of the invitation can be used
 * @param personalLine a line of the operator's own; empty for none
 */
public record Invitation(PlainName name, String reference, MailAddress address, Language language,
		Set<MailPermission> permissions, List<MailboxAddress> mailboxes, @Nullable ExpectedOrganisation expected,
		Duration validFor, PlainName personalLine) {

	/** Longest reference, in characters. */
	public static final int LONGEST_REFERENCE = 200;

	public Invitation {
		if (permissions.isEmpty()) {
			throw new IllegalArgumentException("at least one protocol is needed");
		}
		permissions = Set.copyOf(permissions);
		mailboxes = List.copyOf(mailboxes);
	}

}
