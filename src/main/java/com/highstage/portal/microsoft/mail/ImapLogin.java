package com.highstage.portal.microsoft.mail;

import java.io.IOException;

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

	private static final String NAME = "imap";

	private final Line line;

	private final Transcript transcript;

	private @Nullable Dialogue dialogue;

	ImapLogin(Line line) {
		this(line, new Transcript());
	}

	private ImapLogin(Line line, Transcript transcript) {
		super(session(line, transcript), line.address(NAME), NAME, false);
		this.line = line;
		this.transcript = transcript;
	}

	private static Session session(Line line, Transcript transcript) {
		Session session = line.session(NAME, () -> line.secured(transcript));
		session.getProperties().setProperty("mail.imap.connectionpoolsize", "1");
		return session;
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
		if (said == null) {
			return this.transcript.line("* BYE")
				.map((words) -> this.line.notAnswered(Line.BUSY, Reply.of(words).text()))
				.orElseGet(() -> this.line.broken(problem));
		}
		return (said.refusal != null) ? refused(said, said.refusal) : this.line.broken(problem);
	}

	private MailLogin refused(Dialogue said, Response refusal) {
		Reply reply = Reply.of(refusal.getRest());
		if (reply.isBusy() || (!said.loggedIn && refusal.isBYE())) {
			return this.line.notAnswered(Line.BUSY, reply.text());
		}
		if (said.loggedIn) {
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

		// no initial values: the greeting is read while the library's constructor runs
		private @Nullable Response refusal;

		private boolean loggedIn;

		private boolean challenged;

		Dialogue(String host, int port) throws IOException, ProtocolException {
			super(NAME, host, port, ImapLogin.this.session.getProperties(), false, ImapLogin.this.logger);
		}

		@Override
		public Response readResponse() throws IOException, ProtocolException {
			Response response = untilDecided(super.readResponse());
			boolean refuses = response.isBYE() || (response.isTagged() && !response.isOK());
			if (this.refusal == null && refuses) {
				this.refusal = response;
				this.loggedIn = isAuthenticated();
			}
			return response;
		}

		// A server may explain a refusal in a challenge, and refuse once that is answered
		// with an empty line. The library would send the token again.
		private Response untilDecided(Response first) throws IOException, ProtocolException {
			Response response = first;
			while (response.isContinuation() && (this.challenged || hasCapability("SASL-IR"))) {
				getOutputStream().write(new byte[] { '\r', '\n' });
				getOutputStream().flush();
				response = super.readResponse();
			}
			this.challenged = this.challenged || response.isContinuation();
			return response;
		}

		/**
		 * A server that does not want a login would prove nothing.
		 */
		@Override
		protected void processGreeting(Response greeting) throws ProtocolException {
			super.processGreeting(greeting);
			if (isAuthenticated()) {
				throw new ProtocolException("nobody logged in");
			}
		}

		/**
		 * The library falls back to this where XOAUTH2 is not offered.
		 */
		@Override
		public void login(String user, String password) throws ProtocolException {
			throw new ProtocolException("XOAUTH2 is not offered");
		}

	}

}
