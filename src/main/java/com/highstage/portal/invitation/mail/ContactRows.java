package com.highstage.portal.invitation.mail;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * Contact addresses as they are kept.
 */
interface ContactRows {

	/**
	 * Locks the organisation's row until the transaction ends; makes it where there is
	 * none.
	 * @param by who names the address
	 * @param address the address of a new row
	 * @param language the language of a new row
	 * @return the row, which may hold another address
	 */
	Contact lock(Person by, MailAddress address, Language language);

	Optional<Contact> lock(TenantId tenant);

	void replace(Person by, MailAddress address, Language language, @Nullable UUID link);

	boolean remove(TenantId tenant);

	Optional<Contact> find(TenantId tenant);

	/**
	 * Notes the confirmation and publishes
	 * {@link com.highstage.portal.invitation.ContactConfirmed}.
	 * @param link the link
	 * @return false if it was confirmed before, or the row is about another link
	 */
	boolean confirm(Link link);

}
