package com.highstage.portal.invitation;

import java.util.Optional;

import com.highstage.portal.account.Person;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * Contact addresses, one for each organisation. Everything is audited here; mails about
 * one are found in the outbox under {@link #about}.
 */
public interface Contacts {

	/**
	 * Names the address of the person's organisation and asks there for confirmation,
	 * unless that was done before. A former address counts no more.
	 * @param by who names it
	 * @param address the address
	 * @param language the language to write in
	 * @return what came of it
	 */
	Answer ask(Person by, MailAddress address, Language language);

	/**
	 * Asks for confirmation once more; the former link is taken back.
	 * @param by who wants it
	 * @return what came of it
	 */
	Answer askAgain(Person by);

	/**
	 * Forgets the address of the person's organisation.
	 * @param by who wants it
	 */
	void remove(Person by);

	/**
	 * An organisation's contact address.
	 * @param tenant the organisation
	 * @return the address, confirmed or not
	 */
	Optional<Contact> find(TenantId tenant);

	/**
	 * The address that a link is about.
	 * @param link a link of kind {@link LinkKind#CONTACT} that can be used
	 * @return empty if another address was named meanwhile
	 */
	Optional<Contact> find(Link link);

	/**
	 * Confirms the address that a link is about; once more changes nothing.
	 * @param link the link
	 * @return false if another address was named meanwhile
	 */
	boolean confirm(Link link);

	/**
	 * The reference of mails that ask for confirmation.
	 * @param tenant the organisation
	 * @return what to ask the outbox for
	 */
	static String about(TenantId tenant) {
		return "contact/" + tenant;
	}

	/**
	 * What came of naming an address.
	 */
	enum Answer {

		/** The mail that asks for confirmation is on its way. */
		ASKED,

		/** It was asked before, and waits for confirmation. */
		WAITING,

		/** It is confirmed. */
		CONFIRMED,

		/** It is kept, but cannot be confirmed: no mail server is set. */
		NO_SERVER,

		/** It is kept, but not asked: the person had too many mails sent. */
		TOO_MANY,

		/** There is no address to ask. */
		NONE

	}

}
