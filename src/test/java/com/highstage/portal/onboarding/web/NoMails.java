package com.highstage.portal.onboarding.web;

import java.util.List;
import java.util.Optional;

import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.ColleagueMails;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.Plea;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * A portal without a mail server, whose pages show what to copy.
 */
class NoMails implements Outbox, ColleagueMails, Contacts {

	private static final RenderedMail MAIL = new RenderedMail("Please help", "Please open the link.", "");

	@Override
	public boolean canSend() {
		return false;
	}

	@Override
	public Delivery queue(Message message) {
		throw new IllegalStateException("no mail server");
	}

	@Override
	public RenderedMail render(Letter letter) {
		return MAIL;
	}

	@Override
	public List<Delivery> about(String about) {
		return List.of();
	}

	@Override
	public void move(String from, String to) {
	}

	@Override
	public RenderedMail text(Person by, Plea plea) {
		return MAIL;
	}

	@Override
	public ColleagueMails.Answer send(Person by, Plea plea, MailAddress to, String note) {
		return new ColleagueMails.Answer.ToCopy(MAIL, Reason.NO_SERVER);
	}

	@Override
	public Contacts.Answer ask(Person by, MailAddress address, Language language) {
		return Contacts.Answer.NO_SERVER;
	}

	@Override
	public Contacts.Answer askAgain(Person by) {
		return Contacts.Answer.NO_SERVER;
	}

	@Override
	public void remove(Person by) {
		// there is nothing to take back
	}

	@Override
	public Optional<Contact> find(TenantId tenant) {
		return Optional.empty();
	}

	@Override
	public Optional<Contact> find(Link link) {
		return Optional.empty();
	}

	@Override
	public boolean confirm(Link link) {
		return false;
	}

}
