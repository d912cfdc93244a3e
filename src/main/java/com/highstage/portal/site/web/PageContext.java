package com.highstage.portal.site.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.site.Language;
import com.highstage.portal.site.Visitor;

/**
 * What the layout of every page needs.
 *
 * @param path where the page is, to come back to after a choice of language
 * @param language the page's language
 * @param visitor who is signed in, if anybody
 */
record PageContext(String path, Language language, @Nullable Visitor visitor) {

	public Language[] languages() {
		return Language.values();
	}

	public String day(Instant at) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(this.language.locale())
			.format(at.atZone(ZoneOffset.UTC));
	}

	public String minute(Instant at) {
		return day(at) + ", " + DateTimeFormatter.ofPattern("HH:mm 'UTC'").format(at.atZone(ZoneOffset.UTC));
	}

	public String iso(Instant at) {
		return at.truncatedTo(ChronoUnit.SECONDS).toString();
	}

}
