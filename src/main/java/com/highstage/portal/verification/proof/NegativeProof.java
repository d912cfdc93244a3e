package com.highstage.portal.verification.proof;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof.Negative;

/**
 * Shows that a mailbox which nobody granted stays closed.
 */
@Component
class NegativeProof {

	private final MailLogins logins;

	private final ChosenMailboxes mailboxes;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	NegativeProof(MailLogins logins, ChosenMailboxes mailboxes, AuditTrail audit,
			PlatformTransactionManager transactions) {
		this.logins = logins;
		this.mailboxes = mailboxes;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	Negative of(Connection connection, MailboxAddress own, AppToken token) {
		Optional<MailPermission> protocol = Stream.of(MailPermission.IMAP, MailPermission.POP)
			.filter((candidate) -> token.roles().contains(candidate.role()))
			.findFirst();
		boolean granted = this.transaction.execute((status) -> isGranted(connection, own));
		if (granted) {
			return Negative.IS_GRANTED;
		}
		return protocol.map((chosen) -> answer(connection, own, this.logins.attempt(chosen, own, token)))
			.orElse(Negative.NOT_CHECKED);
	}

	private boolean isGranted(Connection connection, MailboxAddress own) {
		// one from which access is yet to be taken away may still open
		return this.mailboxes.of(connection.id()).stream().anyMatch((mailbox) -> mailbox.address().equals(own));
	}

	private Negative answer(Connection connection, MailboxAddress own, MailLogin login) {
		Negative shown = switch (login) {
			case MailLogin.Opened() -> Negative.OPENS;
			case MailLogin.Refused ignored -> Negative.STAYS_CLOSED;
			case MailLogin.NotOpened ignored -> Negative.STAYS_CLOSED;
			case MailLogin.SwitchedOff ignored -> Negative.STAYS_CLOSED;
			case MailLogin.NotAnswered ignored -> Negative.NOT_CHECKED;
		};
		this.transaction.executeWithoutResult((status) -> this.audit.record(new AuditEvent(connection.tenant(),
				Actor.PORTAL, "mailbox.negative-proof", own.value(), Map.of("shown", shown.name()))));
		return shown;
	}

}
