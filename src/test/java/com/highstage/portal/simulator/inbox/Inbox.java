package com.highstage.portal.simulator.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * All mails that the portal sent, to whomever, newest last.
 */
public final class Inbox {

	private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();

	void add(ReceivedMail mail) {
		this.mails.add(mail);
	}

	public List<ReceivedMail> mails() {
		return List.copyOf(this.mails);
	}

	/**
	 * The mails with the numbers that their pages have.
	 * @return the mails from 1
	 */
	public List<Numbered> numbered() {
		List<ReceivedMail> all = mails();
		return IntStream.range(0, all.size()).mapToObj((index) -> new Numbered(index + 1, all.get(index))).toList();
	}

	public void clear() {
		this.mails.clear();
	}

	/**
	 * A mail and its number.
	 *
	 * @param number from 1
	 * @param mail the mail
	 */
	public record Numbered(int number, ReceivedMail mail) {

	}

}
