package com.highstage.portal.notification.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.site.Language;

/**
 * Mails to test with.
 */
final class TestMessages {

	static final String TOKEN = "T".repeat(43);

	private TestMessages() {
	}

	static Message colleague() {
		return colleague("Adele Vance", "");
	}

	static Message colleague(String askedBy, String note) {
		return colleague(Language.ENGLISH, Map.of("askedBy", askedBy, "note", note));
	}

	static Message colleague(Language language, Map<String, Object> changes) {
		Map<String, Object> values = new HashMap<>(Map.of("askedBy", "Adele Vance", "organisation", "Contoso", "kind",
				Kind.ALLOW, "link", URI.create("https://portal.example/link/" + TOKEN), "until",
				Instant.parse("2026-12-09T10:00:00Z"), "note", ""));
		values.putAll(changes);
		return new Message(new MailAddress("colleague@contoso.example"), new Letter("colleague", language, values),
				"onboarding-1");
	}

	static Message invitation(Language language, int mailboxes) {
		Map<String, Object> values = Map.of("invitedBy", "Olga Operator", "vendor", "Highstage", "customer", "Contoso",
				"line", "See you on Tuesday", "protocols", List.of(Protocol.IMAP), "mailboxes", mailboxes, "link",
				URI.create("https://portal.example/link/" + TOKEN), "until", Instant.parse("2026-12-09T10:00:00Z"));
		return new Message(new MailAddress("it@contoso.example"), new Letter("invitation", language, values),
				"customer-1");
	}

	/** Stands for what an enum of another module is. */
	enum Protocol {

		IMAP

	}

	/** Stands for what an enum of another module is. */
	enum Kind {

		ALLOW, CONSENT, MAILBOXES

	}

}
