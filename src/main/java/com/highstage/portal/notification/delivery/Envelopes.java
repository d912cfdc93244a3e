package com.highstage.portal.notification.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.springframework.stereotype.Component;

import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.vault.Secret;

/**
 * Turns a written mail into what is sent (RFC 5322), once: every attempt sends the same
 * bytes, so that a mail which arrives twice is recognised by its Message-ID.
 */
@Component
class Envelopes {

	private static final String CHARSET = StandardCharsets.UTF_8.name();

	private final NotificationProperties properties;

	private final PortalProperties portal;

	Envelopes(NotificationProperties properties, PortalProperties portal) {
		this.properties = properties;
		this.portal = portal;
	}

	Secret pack(UUID id, Message message, RenderedMail mail, Instant now) {
		try {
			MimeMessage packed = new WithId("<" + id + "@" + this.portal.url().getHost() + ">");
			packed.setFrom(new InternetAddress(Objects.requireNonNull(this.properties.from()).value(),
					this.properties.fromName(), CHARSET));
			if (this.properties.replyTo() != null) {
				packed.setReplyTo(InternetAddress.parse(this.properties.replyTo().value(), true));
			}
			packed.setRecipient(RecipientType.TO, new InternetAddress(message.to().value(), true));
			packed.setSubject(mail.subject(), CHARSET);
			packed.setSentDate(Date.from(now));
			// RFC 3834: no automatic answers
			packed.setHeader("Auto-Submitted", "auto-generated");
			packed.setHeader("Content-Language", message.letter().language().tag());
			packed.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
			packed.saveChanges();
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			packed.writeTo(bytes);
			return Secret.of(bytes.toString(StandardCharsets.ISO_8859_1));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("a mail could not be put together", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, CHARSET, subtype);
		// lines of any length, and never a byte that a mail server would have to convert
		part.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return part;
	}

	private static final class WithId extends MimeMessage {

		private final String id;

		private WithId(String id) {
			super(Session.getInstance(new Properties()));
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
