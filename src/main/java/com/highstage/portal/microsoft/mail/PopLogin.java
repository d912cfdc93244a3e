package com.highstage.portal.microsoft.mail;

import java.util.Properties;
import java.util.stream.Stream;

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
 */
final class PopLogin extends POP3Store {

	private static final String NAME = "pop3s";

	/** What the library says where the connection ended instead of a reply. */
	private static final String END = "EOF on socket";

	/** How the library begins what the server answered to STAT. */
	private static final String STAT = "STAT command failed: ";

	/** What the library says where the server did not want to be greeted. */
	private static final String TURNED_AWAY = "Connect failed";

	private final Line line;

	PopLogin(Line line) {
		super(Session.getInstance(settings(line)), line.address(NAME), NAME, true);
		this.line = line;
	}

	private static Properties settings(Line line) {
		Properties settings = line.settings(NAME);
		settings.setProperty("mail.pop3s.auth.xoauth2.two.line.authentication.format", "true");
		return settings;
	}

	MailLogin attempt() {
		try {
			this.line.logIn(this);
			getFolder("INBOX").open(Folder.READ_ONLY);
			return new Opened();
		}
		catch (AuthenticationFailedException ex) {
			return END.equals(ex.getMessage()) ? this.line.broken(ex) : answered(Reply.of(ex.getMessage()));
		}
		catch (MessagingException ex) {
			return notOpened(ex);
		}
	}

	private MailLogin answered(Reply reply) {
		return reply.isBusy() ? this.line.notAnswered(Line.BUSY, reply.text()) : new Refused(reply.text());
	}

	private MailLogin notOpened(MessagingException problem) {
		String words = Stream.iterate((Throwable) problem, (cause) -> cause != null, Throwable::getCause)
			.limit(20)
			.reduce((first, second) -> second)
			.map(Throwable::getMessage)
			.orElse("");
		if (words.startsWith(STAT)) {
			Reply reply = Reply.of(words.substring(STAT.length()));
			return reply.isBusy() ? this.line.notAnswered(Line.BUSY, reply.text()) : new NotOpened(reply.text());
		}
		return words.equals(TURNED_AWAY) ? this.line.notAnswered(Line.BUSY, "") : this.line.broken(problem);
	}

}
