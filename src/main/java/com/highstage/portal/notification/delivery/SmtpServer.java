package com.highstage.portal.notification.delivery;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import com.highstage.portal.vault.Secret;

/**
 * The mail server of {@code spring.mail}. Spring's own sender counts a goodbye that went
 * wrong as a failure, although the mail was taken: it would be sent twice.
 */
@Component
class SmtpServer implements MailServer {

	private static final Logger logger = LoggerFactory.getLogger(SmtpServer.class);

	private static final int PERMANENT = 500;

	private static final int AUTHENTICATION = 530;

	private static final int AFTER_AUTHENTICATION = 540;

	private final ObjectProvider<JavaMailSenderImpl> settings;

	SmtpServer(ObjectProvider<JavaMailSenderImpl> settings) {
		this.settings = settings;
	}

	@Override
	public boolean isSet() {
		JavaMailSenderImpl set = this.settings.getIfAvailable();
		return set != null && StringUtils.hasText(set.getHost());
	}

	@Override
	public Answer take(Secret mail) {
		if (!isSet()) {
			return new Answer.NotNow("no mail server is set");
		}
		JavaMailSenderImpl server = this.settings.getObject();
		Session session = server.getSession();
		try {
			MimeMessage message = mail.expose((raw) -> parse(session, raw));
			Transport transport = session.getTransport(server.getProtocol());
			try {
				transport.connect(server.getHost(), server.getPort(), emptyToNull(server.getUsername()),
						emptyToNull(server.getPassword()));
				transport.sendMessage(message, message.getAllRecipients());
				return new Answer.Taken((transport instanceof SMTPTransport smtp) ? smtp.getLastServerResponse() : "");
			}
			finally {
				close(transport);
			}
		}
		catch (MessagingException ex) {
			return answer(ex);
		}
	}

	private static MimeMessage parse(Session session, String raw) {
		try {
			return new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("a kept mail is no mail", ex);
		}
	}

	private static void close(Transport transport) {
		try {
			transport.close();
		}
		catch (MessagingException ex) {
			logger.debug("the mail server's goodbye went wrong", ex);
		}
	}

	/**
	 * Answers to the portal's own login (53x) do not refuse the mail: an operator can put
	 * that right.
	 * @param failure what happened
	 * @return a refusal if a code says so
	 */
	private static Answer answer(MessagingException failure) {
		String words = String.valueOf(failure.getMessage());
		for (Exception each = failure; each instanceof MessagingException link; each = link.getNextException()) {
			int code = code(link);
			if (code > 0) {
				words = String.valueOf(link.getMessage());
			}
			if (code >= PERMANENT && (code < AUTHENTICATION || code >= AFTER_AUTHENTICATION)) {
				return new Answer.Refused(words);
			}
		}
		return new Answer.NotNow(words);
	}

	private static int code(MessagingException failure) {
		return switch (failure) {
			case SMTPAddressFailedException address -> address.getReturnCode();
			case SMTPSenderFailedException sender -> sender.getReturnCode();
			case SMTPSendFailedException send -> send.getReturnCode();
			default -> 0;
		};
	}

	private static @Nullable String emptyToNull(@Nullable String text) {
		return StringUtils.hasText(text) ? text : null;
	}

}
