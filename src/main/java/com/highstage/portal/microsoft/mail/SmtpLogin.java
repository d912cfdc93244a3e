package com.highstage.portal.microsoft.mail;

import java.util.Properties;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import com.highstage.portal.microsoft.mail.MailLogin.Opened;
import com.highstage.portal.microsoft.mail.MailLogin.Refused;
import com.highstage.portal.microsoft.mail.MailLogin.SwitchedOff;

/**
 * SMTP submission: STARTTLS, AUTH, QUIT. No mail is begun.
 */
final class SmtpLogin extends SMTPTransport {

	private static final String NAME = "smtp";

	/** Some servers explain a refusal in a challenge first; the library goes then. */
	private static final int EXPLAINED = 334;

	private final Line line;

	SmtpLogin(Line line) {
		super(session(line), line.address(NAME));
		this.line = line;
	}

	private static Session session(Line line) {
		Session session = line.session(NAME, line::watched);
		Properties settings = session.getProperties();
		settings.put("mail.smtp.ssl.socketFactory", line.tls());
		settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
		settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
		settings.setProperty("mail.smtp.auth", "true");
		settings.setProperty("mail.smtp.starttls.enable", "true");
		settings.setProperty("mail.smtp.starttls.required", "true");
		// Else the name of this machine is looked up, which can take long, and shown.
		settings.setProperty("mail.smtp.localhost", "localhost");
		return session;
	}

	MailLogin attempt() {
		try {
			this.line.logIn(this);
			return new Opened();
		}
		catch (MessagingException ex) {
			return explained(ex);
		}
	}

	private MailLogin explained(MessagingException problem) {
		int code = getLastReturnCode();
		Reply reply = Reply.of(getLastServerResponse());
		if (code >= 400 && code < 500) {
			return this.line.notAnswered(Line.BUSY, reply.text());
		}
		if (problem instanceof AuthenticationFailedException && (code >= 500 || code == EXPLAINED)) {
			boolean off = reply.has("5.7.139") && reply.has("disabled");
			return off ? new SwitchedOff(reply.text()) : new Refused(reply.text());
		}
		boolean unencrypted = this.line.wire().problem() == null && code >= 200 && !this.line.tls().isUsed();
		return unencrypted ? this.line.notAnswered(Line.NOT_TRUSTED, reply.text()) : this.line.broken(problem);
	}

}
