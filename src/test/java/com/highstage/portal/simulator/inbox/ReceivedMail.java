package com.highstage.portal.simulator.inbox;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the portal sent.
 *
 * @param from who it says it is from
 * @param to whom it was delivered to
 * @param subject the subject
 * @param date when it says it was sent
 * @param messageId its identifier
 * @param text the part for plain text, empty if there is none
 * @param html the part for HTML, empty if there is none
 * @param headers all headers, repeated ones joined
 */
public record ReceivedMail(String from, List<String> to, String subject, @Nullable Instant date, String messageId,
		String text, String html, Map<String, String> headers) {

	static ReceivedMail of(MimeMessage message, List<String> recipients) throws MessagingException, IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : Collections.list(message.getAllHeaders())) {
			headers.merge(header.getName(), header.getValue(), (first, second) -> first + ", " + second);
		}
		Address[] from = message.getFrom();
		return new ReceivedMail((from != null && from[0] instanceof InternetAddress one) ? one.toUnicodeString() : "",
				recipients, Optional.ofNullable(message.getSubject()).orElse(""),
				Optional.ofNullable(message.getSentDate()).map(Date::toInstant).orElse(null),
				Optional.ofNullable(message.getMessageID()).orElse(""), part(message, "text/plain"),
				part(message, "text/html"), headers);
	}

	private static String part(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type)) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = part(parts.getBodyPart(i), type);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return "";
	}

}
