package com.highstage.portal.invitation.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.notification.RenderedMail;

/**
 * An outbox that keeps what was put into it.
 */
public final class MailsOnPaper implements Outbox {

	private final List<Message> queued = new CopyOnWriteArrayList<>();

	private boolean server = true;

	private String refused = "";

	public void withoutServer() {
		this.server = false;
	}

	public void withServer() {
		this.server = true;
	}

	/**
	 * Lets the mails to one address fail.
	 * @param address which; empty for none
	 */
	public void refuses(String address) {
		this.refused = address;
	}

	public List<Message> queued() {
		return this.queued;
	}

	@Override
	public boolean canSend() {
		return this.server;
	}

	@Override
	public Delivery queue(Message message) {
		if (message.to().value().equals(this.refused)) {
			throw new IllegalStateException("no mail to " + this.refused);
		}
		this.queued.add(message);
		return new Delivery(UUID.randomUUID(), message.to(), message.about(), Delivery.State.QUEUED, Instant.EPOCH,
				Instant.EPOCH, 0, Instant.EPOCH, "");
	}

	@Override
	public RenderedMail render(Letter letter) {
		return new RenderedMail(letter.template(), letter.values().toString(), "");
	}

	@Override
	public List<Delivery> about(String about) {
		return List.of();
	}

	@Override
	public void move(String from, String to) {
		this.queued.replaceAll((mail) -> mail.about().equals(from) ? new Message(mail.to(), mail.letter(), to) : mail);
	}

}
