package com.highstage.portal.vault.proof;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.vault.RecipientKeyChanged;
import com.highstage.portal.vault.RecipientKeyChanged.Change;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultKeys.Recipient;

/**
 * Keeps what is published about keys in step with the keys that the portal was given.
 */
@Component
class KeyBook {

	private static final Logger LOG = LoggerFactory.getLogger(KeyBook.class);

	private final VaultKeys keys;

	private final RecipientRows recipients;

	private final SigningRows signers;

	private final Canaries canaries;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private volatile boolean opened;

	KeyBook(VaultKeys keys, RecipientRows recipients, SigningRows signers, Canaries canaries,
			ApplicationEventPublisher events, PlatformTransactionManager transactions) {
		this.keys = keys;
		this.recipients = recipients;
		this.signers = signers;
		this.canaries = canaries;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * At a start: what is no longer configured is retired. The replica that started last
	 * knows best. What cannot be written, because of a broken audit chain for example, is
	 * no reason not to start: operators have to be able to look.
	 */
	void open() {
		try {
			this.transaction.executeWithoutResult((status) -> publish());
			keepAll();
			this.opened = true;
		}
		catch (RuntimeException ex) {
			LOG.error("The keys cannot be published; the next try is in some minutes", ex);
		}
	}

	/**
	 * Now and then: every recipient key is known, and has a canary that is young enough.
	 */
	void keep() {
		if (this.opened) {
			keepAll();
		}
		else {
			open();
		}
	}

	private void publish() {
		this.signers.publish(this.keys.signing());
		this.recipients.retire(this.keys.recipients().stream().map(Recipient::id).toList())
			.forEach((id) -> tell(id, Change.RETIRED));
	}

	private void keepAll() {
		this.keys.recipients()
			.forEach((recipient) -> this.transaction.executeWithoutResult((status) -> keep(recipient)));
	}

	private void keep(Recipient recipient) {
		boolean added = this.recipients.add(recipient.id());
		if (!recipient.pairHeld() && this.recipients.lockIfDue(recipient.id(), this.canaries.outdated())) {
			this.recipients.put(recipient.id(), this.canaries.make(recipient));
		}
		if (added) {
			tell(recipient.id(), Change.ADDED);
		}
	}

	private void tell(RecipientKeyId id, Change change) {
		this.events.publishEvent(new RecipientKeyChanged(id, change));
	}

}
