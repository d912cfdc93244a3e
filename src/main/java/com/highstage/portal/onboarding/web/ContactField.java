package com.highstage.portal.onboarding.web;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.site.Language;

/**
 * The contact address: named on a form, then confirmed by whoever reads its mail.
 */
@Component
public class ContactField {

	private final Contacts contacts;

	ContactField(Contacts contacts) {
		this.contacts = contacts;
	}

	/**
	 * Takes what was typed, once it was found valid: asks there for confirmation, unless
	 * that was done.
	 * @param person who typed it
	 * @param typed the address; empty takes a former one back
	 */
	public void named(Person person, @Nullable String typed) {
		Optional<MailAddress> address = MailAddress.parse(Objects.requireNonNullElse(typed, ""));
		if (address.isPresent()) {
			this.contacts.ask(person, address.get(),
					Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.ENGLISH));
		}
		else {
			this.contacts.remove(person);
		}
	}

	/**
	 * Asks there once more.
	 * @param person who wants it
	 */
	public void askAgain(Person person) {
		this.contacts.askAgain(person);
	}

	/**
	 * What became of the address.
	 * @param person who looks
	 * @return the address, confirmed or not
	 */
	public Optional<Contact> of(Person person) {
		return this.contacts.find(person.tenant());
	}

}
