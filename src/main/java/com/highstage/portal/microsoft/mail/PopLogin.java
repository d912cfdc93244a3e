package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.pop3.POP3Store;

import com.highstage.portal.microsoft.mail.MailLogin.NotOpened;
import com.highstage.portal.microsoft.mail.MailLogin.Opened;
import com.highstage.portal.microsoft.mail.MailLogin.Refused;

/**
 * POP: AUTH in two lines, because Exchange closes the connection after one, then STAT.
 * The library says "authentication failed" of a lost connection too, so only what the
 * server said counts.
 */
final class PopLogin extends POP3Store {

	private static final String NAME = "pop3";

	private final Line line;

	private final Transcript transcript;

	PopLogin(Line line) {
		this(line, new Transcript());
	}

	private PopLogin(Line line, Transcript transcript) {
		super(session(line, transcript), line.address(NAME), NAME, false);
		this.line = line;
		this.transcript = transcript;
	}

	private static Session session(Line line, Transcript transcript) {
		Session session = line.session(NAME, () -> new PopSocket(line.secured(transcript)));
		session.getProperties().setProperty("mail.pop3.auth.xoauth2.two.line.authentication.format", "true");
		return session;
	}

	MailLogin attempt() {
		try {
			this.line.logIn(this);
		}
		catch (MessagingException ex) {
			return refusal().map((reply) -> unlessBusy(reply, new Refused(reply.text()))).orElseGet(() -> notAsked(ex));
		}
		return open();
	}

	private MailLogin open() {
		try {
			getFolder("INBOX").open(Folder.READ_ONLY);
			return new Opened();
		}
		catch (MessagingException ex) {
			return refusal().map((reply) -> unlessBusy(reply, new NotOpened(reply.text())))
				.orElseGet(() -> this.line.broken(ex));
		}
	}

	private MailLogin notAsked(MessagingException problem) {
		// The login was not tried: the server sent us away at once, or does not know
		// XOAUTH2.
		String code = (problem instanceof AuthenticationFailedException) ? Line.STRANGE : Line.BUSY;
		return this.transcript.line("-ERR")
			.filter((words) -> this.line.wire().problem() == null)
			.map((words) -> this.line.notAnswered(code, Reply.of(words).text()))
			.orElseGet(() -> this.line.broken(problem));
	}

	private Optional<Reply> refusal() {
		return this.transcript.lineAfterChallenge("-ERR").map(Reply::of);
	}

	private MailLogin unlessBusy(Reply reply, MailLogin otherwise) {
		return reply.isBusy() ? this.line.notAnswered(Line.BUSY, reply.text()) : otherwise;
	}

	/**
	 * A socket on which a refusal is heard to its end.
	 */
	private static final class PopSocket extends FacadeSocket {

		PopSocket(Socket socket) {
			super(socket);
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return new AnsweredChallenges(super.getInputStream(), getOutputStream());
		}

	}

}
