package com.highstage.portal.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Delivery.State;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.MailSettled;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.SecretBox;

/**
 * Mails in the table {@code outgoing_mail}. The content holds live links: it is encrypted
 * while it waits, and erased afterwards.
 */
@Repository
class JdbcMails implements Mails {

	private final JdbcClient jdbc;

	private final SecretBox box;

	private final ApplicationEventPublisher events;

	JdbcMails(JdbcClient jdbc, SecretBox box, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.box = box;
		this.events = events;
	}

	@Override
	public void add(Delivery delivery, Secret content) {
		this.jdbc.sql("""
				insert into outgoing_mail (mail_id, recipient, about, state, queued_at, changed_at, attempts,
				    next_attempt, answer, content)
				values (:id, :to, :about, :state, :queued, :changed, :attempts, :next, :answer, :content)
				""")
			.param("id", delivery.id())
			.param("to", delivery.to().value())
			.param("about", delivery.about())
			.param("state", delivery.state().name())
			.param("queued", utc(delivery.queuedAt()))
			.param("changed", utc(delivery.changedAt()))
			.param("attempts", delivery.attempts())
			.param("next", utc(delivery.nextAttempt()))
			.param("answer", delivery.answer())
			.param("content", this.box.protect(content, row(delivery.id())))
			.update();
	}

	@Override
	public Optional<Delivery> queued(UUID id) {
		return this.jdbc.sql("select * from outgoing_mail where mail_id = :id and state = 'QUEUED'")
			.param("id", id)
			.query((row, index) -> read(row))
			.optional();
	}

	@Override
	public Secret content(UUID id) {
		return this.box.open(this.jdbc.sql("select content from outgoing_mail where mail_id = :id")
			.param("id", id)
			.query(String.class)
			.single(), row(id));
	}

	@Override
	@Transactional
	public void note(Delivery attempted) {
		boolean noted = this.jdbc.sql("""
				update outgoing_mail
				set state = :state, changed_at = :changed, attempts = :attempts, next_attempt = :next, answer = :answer,
				    content = case when :state = 'QUEUED' then content end
				where mail_id = :id and state = 'QUEUED'
				""")
			.param("id", attempted.id())
			.param("state", attempted.state().name())
			.param("changed", utc(attempted.changedAt()))
			.param("attempts", attempted.attempts())
			.param("next", utc(attempted.nextAttempt()))
			.param("answer", attempted.answer())
			.update() == 1;
		if (noted && attempted.state() != State.QUEUED) {
			// it may be about something else by now than when the attempt began
			this.events.publishEvent(new MailSettled(get(attempted.id())));
		}
	}

	private Delivery get(UUID id) {
		return this.jdbc.sql("select * from outgoing_mail where mail_id = :id")
			.param("id", id)
			.query((row, index) -> read(row))
			.single();
	}

	@Override
	public List<Delivery> about(String about) {
		return this.jdbc.sql("select * from outgoing_mail where about = :about order by queued_at desc, mail_id")
			.param("about", about)
			.query((row, index) -> read(row))
			.list();
	}

	@Override
	public void move(String from, String to) {
		this.jdbc.sql("update outgoing_mail set about = :to where about = :from")
			.param("from", from)
			.param("to", to)
			.update();
	}

	@Override
	public void forget(Instant before) {
		this.jdbc.sql("delete from outgoing_mail where state <> 'QUEUED' and changed_at < :before")
			.param("before", utc(before))
			.update();
	}

	private static String row(UUID id) {
		return "outgoing_mail/" + id;
	}

	private static Delivery read(ResultSet row) throws SQLException {
		OffsetDateTime next = row.getObject("next_attempt", OffsetDateTime.class);
		return new Delivery(row.getObject("mail_id", UUID.class), new MailAddress(row.getString("recipient")),
				row.getString("about"), State.valueOf(row.getString("state")),
				row.getObject("queued_at", OffsetDateTime.class).toInstant(),
				row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"),
				(next != null) ? next.toInstant() : null, row.getString("answer"));
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

}
