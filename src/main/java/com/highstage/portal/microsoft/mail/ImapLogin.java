package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.util.Properties;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.mail.MailLogin.NotOpened;
import com.highstage.portal.microsoft.mail.MailLogin.Opened;
import com.highstage.portal.microsoft.mail.MailLogin.Refused;

/**
 * IMAP: AUTHENTICATE, then EXAMINE INBOX, which opens it for reading only. The library
 * folds what a server refuses into its own exceptions; only its replies tell whether the
 * application or the mailbox was refused.
 */
final class ImapLogin extends IMAPStore {

	private static final String NAME = "imaps";

	private final Line line;

	private @Nullable Dialogue dialogue;

	ImapLogin(Line line) {
		super(Session.getInstance(settings(line)), line.address(NAME), NAME, true);
		this.line = line;
	}

	private static Properties settings(Line line) {
		Properties settings = line.settings(NAME);
		settings.setProperty("mail.imaps.connectionpoolsize", "1");
		return settings;
	}

	MailLogin attempt() {
		try {
			this.line.logIn(this);
			getFolder("INBOX").open(Folder.READ_ONLY);
			return new Opened();
		}
		catch (MessagingException ex) {
			return explained(ex);
		}
	}

	private MailLogin explained(MessagingException problem) {
		Dialogue said = this.dialogue;
		Response refusal = (said != null) ? said.refusal : null;
		if (said == null || refusal == null) {
			return this.line.broken(problem);
		}
		Reply reply = Reply.of(refusal.getRest());
		if (reply.isBusy() || (!said.isAuthenticated() && refusal.isBYE())) {
			return this.line.notAnswered(Line.BUSY, reply.text());
		}
		if (said.isAuthenticated()) {
			return new NotOpened(reply.text());
		}
		return refusal.isNO() ? new Refused(reply.text()) : this.line.notAnswered(Line.STRANGE, reply.text());
	}

	@Override
	protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
		Dialogue opened = new Dialogue(host, port);
		this.dialogue = opened;
		return opened;
	}

	/**
	 * Remembers the first thing that the server refused.
	 */
	private final class Dialogue extends IMAPProtocol {

		// no initial value: the greeting is read while the library's constructor runs
		private @Nullable Response refusal;

		Dialogue(String host, int port) throws IOException, ProtocolException {
			super(NAME, host, port, ImapLogin.this.session.getProperties(), true, ImapLogin.this.logger);
		}

		@Override
		public Response readResponse() throws IOException, ProtocolException {
			Response response = super.readResponse();
			boolean refuses = response.isBYE() || (response.isTagged() && !response.isOK());
			if (this.refusal == null && refuses) {
				this.refusal = response;
			}
			return response;
		}

	}

}
