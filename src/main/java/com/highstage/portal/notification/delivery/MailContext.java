package com.highstage.portal.notification.delivery;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import com.highstage.portal.site.Language;

/**
 * What every mail's template needs.
 *
 * @param language the mail's language
 * @param portal the portal's address
 * @param replyTo the address that answers go to; empty if nobody reads them
 * @param style the style sheet, which a mail carries with it
 */
record MailContext(Language language, URI portal, String replyTo, String style) {

	public String foot() {
		return this.replyTo.isEmpty() ? "mail.foot" : "mail.foot.reply";
	}

	public String day(Instant at) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(this.language.locale())
			.format(at.atZone(ZoneOffset.UTC));
	}

	public String minute(Instant at) {
		return day(at) + ", " + DateTimeFormatter.ofPattern("HH:mm 'UTC'").format(at.atZone(ZoneOffset.UTC));
	}

}
