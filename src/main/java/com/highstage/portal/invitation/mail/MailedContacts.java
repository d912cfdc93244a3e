package com.highstage.portal.invitation.mail;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.audit.RetriedIfOvertaken;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.Links.NewLink;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

/**
 * Asks contact addresses for confirmation by mail.
 */
@Service
class MailedContacts implements Contacts {

	private final ContactRows rows;

	private final Links links;

	private final Outbox outbox;

	private final MailAllowance allowance;

	private final AuditTrail audit;

	private final InvitationProperties properties;

	MailedContacts(ContactRows rows, Links links, Outbox outbox, MailAllowance allowance, AuditTrail audit,
			InvitationProperties properties) {
		this.rows = rows;
		this.links = links;
		this.outbox = outbox;
		this.allowance = allowance;
		this.audit = audit;
		this.properties = properties;
	}

	@Override
	@Transactional
	public Answer ask(Person by, MailAddress address, Language language) {
		Contact kept = this.rows.lock(by, address, language);
		if (kept.address().equals(address)) {
			if (kept.isConfirmed()) {
				return Answer.CONFIRMED;
			}
			if (kept.link() != null) {
				return Answer.WAITING;
			}
		}
		return mail(by, address, language);
	}

	@Override
	@Transactional
	public Answer askAgain(Person by) {
		Optional<Contact> kept = this.rows.lock(by.tenant());
		if (kept.isEmpty()) {
			return Answer.NONE;
		}
		return kept.get().isConfirmed() ? Answer.CONFIRMED : mail(by, kept.get().address(), kept.get().language());
	}

	private Answer mail(Person by, MailAddress address, Language language) {
		if (!this.outbox.canSend() || !this.allowance.take(by)) {
			this.rows.replace(by, address, language, null);
			record(by, "contact.named", Map.of("address", address.value()));
			return this.outbox.canSend() ? Answer.TOO_MANY : Answer.NO_SERVER;
		}
		NewLink made = this.links.create(by, LinkKind.CONTACT, null, this.properties.confirmWithin());
		this.rows.replace(by, address, language, made.link().id());
		record(by, "contact.asked", Map.of("address", address.value()));
		Letter letter = new Letter("contact", language, Map.of("askedBy", by.name(), "organisation",
				by.organisationName(), "link", made.address(), "until", made.link().expiresAt()));
		this.outbox.queue(new Message(address, letter, Contacts.about(by.tenant())));
		return Answer.ASKED;
	}

	@Override
	@Transactional
	public void remove(Person by) {
		if (this.rows.remove(by.tenant())) {
			record(by, "contact.removed", Map.of());
		}
	}

	@Override
	public Optional<Contact> find(TenantId tenant) {
		return this.rows.find(tenant);
	}

	@Override
	public Optional<Contact> find(Link link) {
		return this.rows.find(link.tenant()).filter((contact) -> link.id().equals(contact.link()));
	}

	@Override
	@RetriedIfOvertaken
	@Transactional
	public boolean confirm(Link link) {
		if (this.rows.confirm(link)) {
			this.audit.record(new AuditEvent(link.tenant(), new Actor(Actor.Kind.LINK_HOLDER, link.id().toString(), ""),
					"contact.confirmed", link.tenant().toString(), Map.of("link", link.id().toString())));
		}
		return find(link).isPresent();
	}

	private void record(Person by, String action, Map<String, String> details) {
		this.audit.record(
				new AuditEvent(by.tenant(), Actor.person(by.id(), by.name()), action, by.tenant().toString(), details));
	}

}
