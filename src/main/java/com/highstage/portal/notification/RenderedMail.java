package com.highstage.portal.notification;

/**
 * A mail as it will be read; the text is what a person copies where no mail server is
 * set.
 *
 * @param subject one line
 * @param text the plain text; holds live links
 * @param html the same as a page; holds live links
 */
public record RenderedMail(String subject, String text, String html) {

	@Override
	public String toString() {
		return "RenderedMail[redacted]";
	}

}
