package com.highstage.portal.notification;

import java.util.List;

/**
 * Where mails are put to be sent. Whoever puts one there writes the audit entry.
 */
public interface Outbox {

	/**
	 * Whether a mail server is set. Without one, show people the {@linkplain #render
	 * rendered} text to copy.
	 * @return true if mails can be queued
	 */
	boolean canSend();

	/**
	 * Queues a mail in the caller's transaction; it is sent as soon as that is committed.
	 * @param message the mail
	 * @return where it stands
	 * @throws IllegalStateException if no mail server is set
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	Delivery queue(Message message);

	/**
	 * Writes a letter without sending it.
	 * @param letter what it says
	 * @return its words
	 */
	RenderedMail render(Letter letter);

	/**
	 * What became of the mails about something.
	 * @param about the reference they were queued with
	 * @return the mails, the newest first
	 */
	List<Delivery> about(String about);

	/**
	 * Has all mails about something be about something else from now on, in the caller's
	 * transaction.
	 * @param from the reference they were queued with
	 * @param to the reference they are found with from now on
	 */
	void move(String from, String to);

}
