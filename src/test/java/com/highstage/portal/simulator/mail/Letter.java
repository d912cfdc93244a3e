package com.highstage.portal.simulator.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A mail that lies in a mailbox, so that there is one to be left alone.
 *
 * @param uid its number, which never changes
 * @param to the mailbox
 * @param name the sender's name
 * @param from the sender's address
 * @param sent when it was sent
 * @param subject the subject
 * @param body the text
 * @param seen whether it was read
 */
record Letter(int uid, String to, String name, String from, Instant sent, String subject, String body, boolean seen) {

	static List<Letter> inbox(String to) {
		return List.of(
				new Letter(11, to, "Alex Wilber", "alex@customer.example", Instant.parse("2026-11-02T08:15:00Z"),
						"Order 4711", "Please confirm our order.\r\nRegards, Alex\r\n", true),
				new Letter(12, to, "Print room", "scanner@customer.example", Instant.parse("2026-11-03T13:40:09Z"),
						"Scanned document", "The document is attached.\r\n", false),
				new Letter(15, to, "Nestor Wilke", "nestor@customer.example", Instant.parse("2026-11-04T06:05:30Z"),
						"Invoice 2026-0815", "Payment within 30 days.\r\n.\r\nNestor\r\n", false));
	}

	String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(this.sent.atOffset(ZoneOffset.UTC));
	}

	String internalDate() {
		return DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH)
			.format(this.sent.atOffset(ZoneOffset.UTC));
	}

	String messageId() {
		return "<" + this.uid + "@customer.example>";
	}

	List<String> headers() {
		return List.of("From: " + this.name + " <" + this.from + ">", "To: " + this.to, "Subject: " + this.subject,
				"Date: " + date(), "Message-ID: " + messageId(), "MIME-Version: 1.0",
				"Content-Type: text/plain; charset=us-ascii", "Content-Transfer-Encoding: 7bit");
	}

	String header() {
		return String.join("\r\n", headers()) + "\r\n\r\n";
	}

	String text() {
		return header() + this.body;
	}

	int bodyLines() {
		return this.body.split("\r\n").length;
	}

}
