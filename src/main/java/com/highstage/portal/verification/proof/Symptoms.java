package com.highstage.portal.verification.proof;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.microsoft.mail.MailLogin;

/**
 * All that is known of one mailbox after logins at it.
 *
 * @param token the token of the logins
 * @param exchange how Exchange knows the application
 * @param mailbox the mailbox as it stands in Exchange
 * @param logins what the servers answered, as far as they were asked
 * @param ages since when things are as they must be
 * @param now the time
 */
record Symptoms(AppToken token, ExchangeFacts exchange, ChosenMailbox mailbox, Map<MailPermission, MailLogin> logins,
		Ages ages, Instant now) {

	Symptoms {
		logins = Map.copyOf(logins);
	}

	@Nullable MailLogin login(MailPermission protocol) {
		return this.logins.get(protocol);
	}

	boolean hasRole(MailPermission protocol) {
		return this.token.roles().contains(protocol.role());
	}

	/**
	 * Whether IMAP let the application in, which shows that Exchange knows it under the
	 * right Object ID and knows the address; POP and SMTP do not tell.
	 * @return true if it did
	 */
	boolean letInByImap() {
		return login(MailPermission.IMAP) instanceof MailLogin.Opened
				|| login(MailPermission.IMAP) instanceof MailLogin.NotOpened;
	}

	boolean openedByImap() {
		return login(MailPermission.IMAP) instanceof MailLogin.Opened;
	}

	/**
	 * Whether a protocol is off as far as is known.
	 * @param protocol which
	 * @return false if it is on, or if Exchange was not asked
	 */
	boolean isOff(MailPermission protocol) {
		Switches switches = this.mailbox.switches();
		return switches != null && !switches.on(protocol, this.mailbox.smtpOff());
	}

	boolean isOn(MailPermission protocol) {
		return this.mailbox.switches() != null && !isOff(protocol);
	}

	/**
	 * Whether Microsoft's records were read and show nothing amiss.
	 * @return false if something is missing, or if nobody could look
	 */
	boolean isRecorded() {
		return this.exchange.state() == ExchangeFacts.State.REGISTERED && isOpen();
	}

	/**
	 * Whether the application may open the mailbox as far as is known.
	 * @return true also if only the last look failed
	 */
	boolean isOpen() {
		return this.mailbox.access() == Access.OPEN
				|| (this.mailbox.access() == Access.FAILED && this.mailbox.openedAt() != null);
	}

}
