package com.highstage.portal.journey;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;

/**
 * The mails that people of a journey get from the portal.
 *
 * @param microsoft365 where they arrive
 */
public record Inbox(Microsoft365Simulator microsoft365) {

	private static final Pattern LINK = Pattern.compile("http://\\S+/link/\\S+");

	List<ReceivedMail> mails(String to, String subject) {
		return this.microsoft365.mails()
			.stream()
			.filter((mail) -> mail.to().contains(to) && mail.subject().contains(subject))
			.toList();
	}

	public ReceivedMail await(String to, String subject) {
		Awaitility.await(subject + " for " + to)
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> !mails(to, subject).isEmpty());
		return mails(to, subject).getLast();
	}

	/**
	 * The link in a mail.
	 * @param to who gets it
	 * @param subject a part of its subject
	 * @return the link
	 */
	public String link(String to, String subject) {
		Matcher link = LINK.matcher(await(to, subject).text());
		if (!link.find()) {
			throw new AssertionError("no link in the mail: " + subject);
		}
		return link.group();
	}

}
