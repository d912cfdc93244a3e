package com.highstage.portal.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.highstage.portal.database.Database;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.SecretBox;
import com.highstage.portal.vault.cipher.TestVault;

/**
 * The real outbox and delivery, put together as the portal does it, for tests without a
 * Spring context.
 */
final class PostOffice implements AutoCloseable {

	static final NotificationProperties PROPERTIES = new NotificationProperties(
			new MailAddress("portal@highstage.example"), "Highstage Portål", new MailAddress("help@highstage.example"),
			null, Duration.ofMinutes(1), Duration.ofHours(72), Duration.ofDays(90));

	private static final SecretBox BOX = TestVault.box();

	private final List<Object> events = new CopyOnWriteArrayList<>();

	private final Database database;

	private final JdbcMails mails;

	private final Postman postman;

	private final Scheduler scheduler;

	private final Outbox outbox;

	PostOffice(Database database, MailServer server, Clock clock) {
		this.database = database;
		this.mails = new JdbcMails(database.jdbc(), BOX, this.events::add);
		this.postman = new Postman(this.mails, server, PROPERTIES, clock);
		this.scheduler = Scheduler
			.create(new TransactionAwareDataSourceProxy(database.dataSource()),
					new DeliveryConfiguration().mailTask(this.postman))
			.threads(2)
			.pollingInterval(Duration.ofMillis(200))
			.build();
		this.outbox = new ScheduledOutbox(TestLetters.letters(), envelopes(), this.mails, server,
				provider(this.scheduler), clock);
	}

	static Envelopes envelopes() {
		return new Envelopes(PROPERTIES, TestLetters.PORTAL);
	}

	static SmtpServer smtp(@Nullable JavaMailSenderImpl settings) {
		return new SmtpServer(provider(settings));
	}

	/**
	 * A mail server of GreenMail's, which gives itself two seconds to start.
	 * @return one that gives itself more
	 */
	static ServerSetup sink() {
		ServerSetup sink = ServerSetupTest.SMTP.dynamicPort();
		sink.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
		return sink;
	}

	static Secret packed(Message message) {
		RenderedMail written = TestLetters.letters().write(message.letter());
		return envelopes().pack(UUID.randomUUID(), message, written, Instant.EPOCH);
	}

	/** Lets the alarm clock run. */
	void open() {
		this.scheduler.start();
	}

	Outbox outbox() {
		return this.outbox;
	}

	List<Object> events() {
		return this.events;
	}

	Postman postman() {
		return this.postman;
	}

	JdbcMails mails() {
		return this.mails;
	}

	Delivery queue(Message message) {
		return this.database.transactions().execute((status) -> this.outbox.queue(message));
	}

	Delivery only(Message message) {
		return this.outbox.about(message.about()).getFirst();
	}

	@Override
	public void close() {
		this.scheduler.stop();
	}

	private static <T> ObjectProvider<T> provider(@Nullable T bean) {
		return new ObjectProvider<>() {

			@Override
			public T getObject() {
				return Objects.requireNonNull(bean);
			}

			@Override
			public @Nullable T getIfAvailable() {
				return bean;
			}

		};
	}

}
