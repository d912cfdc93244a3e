package com.highstage.portal.notification.delivery;

import java.time.Clock;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Delivery.State;
import com.highstage.portal.notification.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@OnBothDatabases
class OutboxTests {

	private static final Message MESSAGE = TestMessages.colleague();

	private final GreenMail greenMail = new GreenMail(PostOffice.sink());

	private final Database database;

	OutboxTests(Database database) {
		this.database = database;
	}

	@BeforeEach
	void start() {
		this.greenMail.start();
	}

	@AfterEach
	void stop() {
		this.greenMail.stop();
	}

	@Test
	void aCommittedMailArrives() throws Exception {
		try (PostOffice office = office()) {
			office.open();
			Delivery queued = office.queue(MESSAGE);
			assertThat(queued.state()).isEqualTo(State.QUEUED);
			await().until(() -> office.only(MESSAGE).state() == State.SENT && tasks() == 0);
			MimeMessage[] arrived = this.greenMail.getReceivedMessages();
			assertThat(arrived).hasSize(1);
			assertThat(arrived[0].getMessageID()).isEqualTo("<" + queued.id() + "@portal.example>");
			assertThat(office.only(MESSAGE).answer()).startsWith("250");
		}
	}

	@Test
	void aMailQueuedBeforeARestartArrivesAfterIt() {
		try (PostOffice before = office()) {
			before.queue(MESSAGE);
		}
		try (PostOffice after = office()) {
			after.open();
			await().until(() -> after.only(MESSAGE).state() == State.SENT);
		}
		assertThat(this.greenMail.getReceivedMessages()).hasSize(1);
	}

	@Test
	void mailsAboutSomethingThatBecameSomethingElseAreFoundThere() throws Exception {
		try (PostOffice office = office()) {
			Delivery queued = office.queue(MESSAGE);
			office.outbox().move(MESSAGE.about(), "customer/other");
			assertThat(office.outbox().about(MESSAGE.about())).isEmpty();
			office.open();
			await().until(() -> office.outbox().about("customer/other").getFirst().state() == State.SENT);
			assertThat(office.outbox().about("customer/other")).extracting(Delivery::id).containsExactly(queued.id());
		}
	}

	@Test
	void aMailOfATransactionThatFailedNeverWas() {
		try (PostOffice office = office()) {
			this.database.transactions().executeWithoutResult((status) -> {
				office.outbox().queue(MESSAGE);
				status.setRollbackOnly();
			});
			assertThat(office.outbox().about(MESSAGE.about())).isEmpty();
			assertThat(tasks()).isZero();
		}
	}

	@Test
	void withoutAServerNothingIsQueuedButTheTextIsThere() {
		try (PostOffice office = new PostOffice(this.database, PostOffice.smtp(null), Clock.systemUTC())) {
			assertThat(office.outbox().canSend()).isFalse();
			assertThatIllegalStateException().isThrownBy(() -> office.queue(MESSAGE));
			assertThat(office.outbox().render(MESSAGE.letter()).text()).contains(TestMessages.TOKEN);
			assertThat(office.outbox().about(MESSAGE.about())).isEmpty();
		}
	}

	private long tasks() {
		return this.database.jdbc().sql("select count(*) from scheduled_tasks").query(Long.class).single();
	}

	private PostOffice office() {
		JavaMailSenderImpl settings = new JavaMailSenderImpl();
		settings.setProtocol("smtp");
		settings.setHost(this.greenMail.getSmtp().getBindTo());
		settings.setPort(this.greenMail.getSmtp().getPort());
		return new PostOffice(this.database, PostOffice.smtp(settings), Clock.systemUTC());
	}

}
