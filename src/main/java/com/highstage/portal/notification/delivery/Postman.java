package com.highstage.portal.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Delivery.State;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.notification.delivery.MailServer.Answer;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.vault.SecretUnreadableException;

/**
 * Brings mails to the mail server, again and again until it takes or refuses them or time
 * is up. If the portal is killed between the server's answer and the note of it, the mail
 * goes out once more, under the same Message-ID.
 */
@Component
class Postman {

	private static final Logger logger = LoggerFactory.getLogger(Postman.class);

	/**
	 * For who is at it and those who are next: a mail server that hangs must not hold all
	 * the threads of the background work.
	 */
	private static final int PLACES = 4;

	private static final Duration QUEUE = Duration.ofSeconds(2);

	private static final Duration LONGEST_WAIT = Duration.ofHours(4);

	private static final int LAST_DOUBLING = 8;

	/**
	 * Some filters repeat what they found suspicious, and a link's token must not be
	 * kept.
	 */
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43,}");

	/**
	 * One conversation at a time: whatever is killed, the portal or the mail server, one
	 * mail at most was taken without a note of it.
	 */
	private final Lock turn = new ReentrantLock(true);

	private final Semaphore places = new Semaphore(PLACES);

	private final Mails mails;

	private final MailServer server;

	private final NotificationProperties properties;

	private final Clock clock;

	Postman(Mails mails, MailServer server, NotificationProperties properties, Clock clock) {
		this.mails = mails;
		this.server = server;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Tries to deliver a mail.
	 * @param id its id
	 * @return when to try again; empty if there is no need
	 */
	Optional<Instant> deliver(UUID id) {
		if (!this.places.tryAcquire()) {
			return Optional.of(this.clock.instant().plus(QUEUE));
		}
		this.turn.lock();
		try {
			Optional<Delivery> attempted = this.mails.queued(id).map(this::attempt);
			attempted.ifPresent(this.mails::note);
			attempted.ifPresent((mail) -> logger.info("mail {}: {} {}", mail.id(), mail.state(), mail.answer()));
			return attempted.map(Delivery::nextAttempt);
		}
		finally {
			this.turn.unlock();
			this.places.release();
		}
	}

	void forgetOld() {
		this.mails.forget(this.clock.instant().minus(this.properties.kept()));
	}

	private Delivery attempt(Delivery mail) {
		try {
			Answer answer = this.server.take(this.mails.content(mail.id()));
			return switch (answer) {
				case Answer.Taken taken -> after(mail, State.SENT, taken.words(), null);
				case Answer.Refused refused -> after(mail, State.REFUSED, refused.words(), null);
				case Answer.NotNow notNow -> again(mail, notNow.words());
			};
		}
		catch (SecretUnreadableException ex) {
			return after(mail, State.GIVEN_UP, "the portal no longer has the key of this mail", null);
		}
	}

	private Delivery again(Delivery mail, String words) {
		Instant now = this.clock.instant();
		Instant end = mail.queuedAt().plus(this.properties.keepTrying());
		if (!now.isBefore(end)) {
			return after(mail, State.GIVEN_UP, words, null);
		}
		Duration doubled = this.properties.firstWait().multipliedBy(1L << Math.min(mail.attempts(), LAST_DOUBLING));
		Instant next = now.plus((doubled.compareTo(LONGEST_WAIT) < 0) ? doubled : LONGEST_WAIT);
		return after(mail, State.QUEUED, words, next.isBefore(end) ? next : end);
	}

	private Delivery after(Delivery mail, State state, String words, @Nullable Instant next) {
		String answer = new PlainName(TOKEN.matcher(words).replaceAll("\u2026")).value();
		return new Delivery(mail.id(), mail.to(), mail.about(), state, mail.queuedAt(),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), mail.attempts() + 1, next, answer);
	}

}
