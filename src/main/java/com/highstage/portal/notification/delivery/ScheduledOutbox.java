package com.highstage.portal.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Delivery.State;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.notification.RenderedMail;

/**
 * Keeps a mail and its task of the alarm clock in the caller's transaction, so that
 * neither is there without the other.
 */
@Service
class ScheduledOutbox implements Outbox {

	static final String TASK = "mail";

	private final Letters letters;

	private final Envelopes envelopes;

	private final Mails mails;

	private final MailServer server;

	private final ObjectProvider<Scheduler> scheduler;

	private final Clock clock;

	ScheduledOutbox(Letters letters, Envelopes envelopes, Mails mails, MailServer server,
			ObjectProvider<Scheduler> scheduler, Clock clock) {
		this.letters = letters;
		this.envelopes = envelopes;
		this.mails = mails;
		this.server = server;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	@Override
	public boolean canSend() {
		return this.server.isSet();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public Delivery queue(Message message) {
		if (!canSend()) {
			throw new IllegalStateException("no mail server is set");
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		UUID id = UUID.randomUUID();
		Delivery delivery = new Delivery(id, message.to(), message.about(), State.QUEUED, now, now, 0, now, "");
		this.mails.add(delivery, this.envelopes.pack(id, message, this.letters.write(message.letter()), now));
		this.scheduler.getObject().schedule(new TaskInstance<>(TASK, id.toString()), now);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				ScheduledOutbox.this.scheduler.getObject().triggerCheckForDueExecutions();
			}

		});
		return delivery;
	}

	@Override
	public RenderedMail render(Letter letter) {
		return this.letters.write(letter);
	}

	@Override
	public List<Delivery> about(String about) {
		return this.mails.about(about);
	}

	@Override
	public void move(String from, String to) {
		this.mails.move(from, to);
	}

}
