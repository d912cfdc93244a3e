package com.highstage.portal.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Delivery.State;
import com.highstage.portal.notification.MailSettled;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.delivery.MailServer.Answer;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@OnBothDatabases
class PostmanTests {

	private static final Message MESSAGE = TestMessages.colleague();

	private final SteppingClock clock = new SteppingClock();

	private final StubbornServer server = new StubbornServer();

	private final Database database;

	private final PostOffice office;

	PostmanTests(Database database) {
		this.database = database;
		this.office = new PostOffice(database, this.server, this.clock);
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void waitsTwiceAsLongEachTimeAndGivesUpAfterThreeDays() {
		Delivery queued = this.office.queue(MESSAGE);
		List<Duration> waits = new ArrayList<>();
		for (Optional<Instant> next = deliver(queued); next.isPresent(); next = deliver(queued)) {
			Duration wait = Duration.between(this.clock.instant(), next.get());
			waits.add(wait);
			this.clock.advance(wait);
		}
		assertThat(waits.subList(0, 9)).extracting(Duration::toMinutes)
			.containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L);
		assertThat(Duration.between(queued.queuedAt(), this.clock.instant())).isCloseTo(Duration.ofHours(72),
				Duration.ofSeconds(1));
		Delivery ended = this.office.only(MESSAGE);
		assertThat(ended.state()).isEqualTo(State.GIVEN_UP);
		assertThat(ended.answer()).isEqualTo("421 not now");
		assertThat(ended.attempts()).isEqualTo(this.server.taken.size()).isEqualTo(waits.size() + 1);
		assertThat(ended.changedAt()).isCloseTo(this.clock.instant(), within(1, ChronoUnit.SECONDS));
		assertThat(content()).isNull();
	}

	@Test
	void whileItWaitsItsWordsAreKeptUnreadable() {
		Delivery queued = this.office.queue(MESSAGE);
		deliver(queued);
		Delivery waiting = this.office.only(MESSAGE);
		assertThat(waiting.state()).isEqualTo(State.QUEUED);
		assertThat(waiting.nextAttempt()).isNotNull();
		assertThat(content()).startsWith("v1.");
		// with a space, which chance does not write into the text of the sealed bytes
		assertThat(everything() + bytes()).doesNotContain(TestMessages.TOKEN, "Adele Vance");
	}

	@Test
	void everyAttemptSendsTheSameMail() {
		Delivery queued = this.office.queue(MESSAGE);
		deliver(queued);
		this.clock.advance(Duration.ofMinutes(1));
		this.server.answer = new Answer.Taken("250 ok");
		assertThat(deliver(queued)).isEmpty();
		assertThat(this.server.taken).hasSize(2);
		assertThat(this.server.taken.getFirst()).isEqualTo(this.server.taken.getLast())
			.contains("Message-ID: <" + queued.id() + "@portal.example>");
	}

	@Test
	void onceSentNothingOfItIsLeftAndItIsNotSentAgain() {
		this.server.answer = new Answer.Taken("250 2.0.0 queued\r\nas " + TestMessages.TOKEN + "\u202e");
		Delivery queued = this.office.queue(MESSAGE);
		assertThat(deliver(queued)).isEmpty();
		assertThat(deliver(queued)).isEmpty();
		Delivery sent = this.office.only(MESSAGE);
		assertThat(sent.state()).isEqualTo(State.SENT);
		assertThat(sent.answer()).isEqualTo("250 2.0.0 queued as \u2026");
		assertThat(sent.nextAttempt()).isNull();
		assertThat(this.server.taken).hasSize(1);
		assertThat(content()).isNull();
	}

	@Test
	void itsEndIsToldOnce() {
		Delivery queued = this.office.queue(MESSAGE);
		deliver(queued);
		assertThat(this.office.events()).isEmpty();
		this.server.answer = new Answer.Taken("250 ok");
		deliver(queued);
		deliver(queued);
		assertThat(this.office.events()).hasSize(1)
			.first(InstanceOfAssertFactories.type(MailSettled.class))
			.satisfies((settled) -> assertThat(settled.mail().state()).isEqualTo(State.SENT));
	}

	@Test
	void itsEndIsToldOfWhatItIsAboutByThen() {
		Delivery queued = this.office.queue(MESSAGE);
		this.office.outbox().move(MESSAGE.about(), "customer/other");
		this.office.mails()
			.note(new Delivery(queued.id(), queued.to(), queued.about(), State.SENT, queued.queuedAt(),
					this.clock.instant(), 1, null, "250 ok"));
		assertThat(this.office.events()).first(InstanceOfAssertFactories.type(MailSettled.class))
			.satisfies((settled) -> assertThat(settled.mail().about()).isEqualTo("customer/other"));
	}

	@Test
	void aRefusalEndsItAtOnce() {
		this.server.answer = new Answer.Refused("550 5.1.1 no such mailbox" + " x".repeat(2000));
		Delivery queued = this.office.queue(MESSAGE);
		assertThat(deliver(queued)).isEmpty();
		Delivery refused = this.office.only(MESSAGE);
		assertThat(refused.state()).isEqualTo(State.REFUSED);
		assertThat(refused.answer()).startsWith("550 5.1.1 no such mailbox").hasSizeLessThanOrEqualTo(256);
		assertThat(content()).isNull();
	}

	@Test
	void killedBetweenAnswerAndNoteItGoesOutOnceMoreUnderTheSameId() {
		Delivery queued = this.office.queue(MESSAGE);
		// what a killed process leaves behind: the server took it, the row says nothing
		this.server.take(this.office.mails().content(queued.id()));
		this.server.answer = new Answer.Taken("250 ok");
		deliver(queued);
		assertThat(this.server.taken).hasSize(2).containsOnly(this.server.taken.getFirst());
		assertThat(this.office.only(MESSAGE).state()).isEqualTo(State.SENT);
	}

	@Test
	void aMailWhoseKeyIsLostIsGivenUp() {
		Delivery queued = this.office.queue(MESSAGE);
		this.database.jdbc().sql("update outgoing_mail set content = 'v1.other.AAAA'").update();
		assertThat(deliver(queued)).isEmpty();
		assertThat(this.office.only(MESSAGE).state()).isEqualTo(State.GIVEN_UP);
		assertThat(this.server.taken).isEmpty();
	}

	@Test
	void aMailMovedToAnotherRowDoesNotOpen() {
		Delivery mine = this.office.queue(MESSAGE);
		Delivery theirs = this.office.queue(MESSAGE);
		this.database.jdbc()
			.sql("update outgoing_mail set content = (select content from outgoing_mail where mail_id = :mine) where mail_id = :theirs")
			.param("mine", mine.id())
			.param("theirs", theirs.id())
			.update();
		assertThat(deliver(theirs)).isEmpty();
		assertThat(this.server.taken).isEmpty();
	}

	@Test
	void whatBecameOfAMailIsForgottenInTheEnd() {
		this.server.answer = new Answer.Taken("250 ok");
		deliver(this.office.queue(MESSAGE));
		this.clock.advance(Duration.ofDays(89));
		this.office.queue(MESSAGE);
		this.office.postman().forgetOld();
		assertThat(this.office.outbox().about(MESSAGE.about())).hasSize(2);
		this.clock.advance(Duration.ofDays(91));
		this.office.postman().forgetOld();
		assertThat(this.office.only(MESSAGE).state()).as("what still waits is never forgotten").isEqualTo(State.QUEUED);
		assertThat(this.office.outbox().about(MESSAGE.about())).hasSize(1);
	}

	private Optional<Instant> deliver(Delivery mail) {
		return this.office.postman().deliver(mail.id());
	}

	private @Nullable String content() {
		return this.database.jdbc()
			.sql("select content from outgoing_mail")
			.query((row, index) -> Optional.ofNullable(row.getString(1)))
			.single()
			.orElse(null);
	}

	private String bytes() {
		String sealed = Objects.requireNonNull(content());
		return new String(Base64.getUrlDecoder().decode(sealed.substring(sealed.lastIndexOf('.') + 1)),
				StandardCharsets.ISO_8859_1);
	}

	private String everything() {
		return this.database.jdbc().sql("select * from outgoing_mail").query().listOfRows().toString();
	}

	/** Says what it is told to say. */
	private static final class StubbornServer implements MailServer {

		private final List<String> taken = new ArrayList<>();

		private Answer answer = new Answer.NotNow("421 not now");

		@Override
		public boolean isSet() {
			return true;
		}

		@Override
		public Answer take(Secret mail) {
			this.taken.add(mail.expose((raw) -> raw));
			return this.answer;
		}

	}

}
