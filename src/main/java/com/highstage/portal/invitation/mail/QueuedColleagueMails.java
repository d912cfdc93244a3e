package com.highstage.portal.invitation.mail;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.invitation.ColleagueMails;
import com.highstage.portal.invitation.Plea;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.notification.RenderedMail;

/**
 * Sends links to colleagues through the portal's outbox.
 */
@Service
class QueuedColleagueMails implements ColleagueMails {

	private static final String TEMPLATE = "colleague";

	private final Outbox outbox;

	private final MailAllowance allowance;

	private final AuditTrail audit;

	QueuedColleagueMails(Outbox outbox, MailAllowance allowance, AuditTrail audit) {
		this.outbox = outbox;
		this.allowance = allowance;
		this.audit = audit;
	}

	@Override
	public boolean canSend() {
		return this.outbox.canSend();
	}

	@Override
	public RenderedMail text(Person by, Plea plea) {
		return this.outbox.render(letter(by, plea, ""));
	}

	@Override
	@Transactional
	public Answer send(Person by, Plea plea, MailAddress to, String note) {
		Letter letter = letter(by, plea, note);
		if (!this.outbox.canSend()) {
			return new Answer.ToCopy(this.outbox.render(letter), Reason.NO_SERVER);
		}
		// written first: whoever holds the end of the audit chain counts alone
		record(by, plea, to, "colleague-mail.asked");
		if (!this.allowance.take(by)) {
			record(by, plea, to, "colleague-mail.refused");
			return new Answer.ToCopy(this.outbox.render(letter), Reason.TOO_MANY);
		}
		return new Answer.Queued(this.outbox.queue(new Message(to, letter, plea.about())));
	}

	private void record(Person by, Plea plea, MailAddress to, String action) {
		this.audit.record(new AuditEvent(by.tenant(), Actor.person(by.id(), by.name()), action, plea.about(),
				Map.of("kind", plea.kind().name(), "to", to.value())));
	}

	private static Letter letter(Person by, Plea plea, String note) {
		return new Letter(TEMPLATE, plea.language(), Map.of("askedBy", by.name(), "organisation", by.organisationName(),
				"kind", plea.kind(), "link", plea.link(), "until", plea.until(), "note", note.strip()));
	}

}
