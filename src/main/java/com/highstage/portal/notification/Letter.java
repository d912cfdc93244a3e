package com.highstage.portal.notification;

import java.util.Map;

import com.highstage.portal.site.Language;

/**
 * What a mail says: its words are in the templates {@code mail/<template>.html} and
 * {@code mail/<template>.txt}, whose first line is the subject.
 *
 * @param template the templates' name
 * @param language the reader's language
 * @param values what the templates need, by name: texts (made harmless: one line of 256
 * characters at most, in which nothing looks like a link; shortened in subjects), lists
 * of them, mail addresses as {@code MailAddress} or {@code MailboxAddress}, addresses
 * within the portal as {@code URI}, points in time as {@code Instant}, numbers and enum
 * constants
 */
public record Letter(String template, Language language, Map<String, Object> values) {

	public Letter {
		values = Map.copyOf(values);
	}

	@Override
	public String toString() {
		return "Letter[" + this.template + ", " + this.language + ", values redacted]";
	}

}
