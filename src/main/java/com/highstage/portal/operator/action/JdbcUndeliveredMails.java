package com.highstage.portal.operator.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Mails to customers that were not delivered, in the table {@code outgoing_mail}.
 */
@Repository
class JdbcUndeliveredMails {

	private static final String ABOUT = "customer/";

	private final JdbcClient jdbc;

	JdbcUndeliveredMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that the operators were not told of.
	 * @return the mails, the oldest first
	 */
	List<UndeliveredMail> untold() {
		return this.jdbc.sql("""
				select mail_id, recipient, about, answer from outgoing_mail m
				where state in ('REFUSED', 'GIVEN_UP') and about like 'customer/%'
				    and not exists (select 1 from undelivered_alert a where a.mail_id = m.mail_id)
				order by changed_at, mail_id
				""").query((row, index) -> read(row)).list();
	}

	/**
	 * Notes that the operators are told of a mail; waits for whoever is about to tell
	 * them at the same time.
	 * @param mail the mail's id
	 * @param at when
	 * @return false if they were told before
	 */
	boolean tell(UUID mail, Instant at) {
		return this.jdbc.sql("""
				insert into undelivered_alert (mail_id, told_at) values (:mail, :at) on conflict do nothing
				""").param("mail", mail).param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
	}

	/**
	 * Forgets what is about mails that were forgotten.
	 */
	void forgetOld() {
		this.jdbc.sql("""
				delete from undelivered_alert a
				where not exists (select 1 from outgoing_mail m where m.mail_id = a.mail_id)
				""").update();
	}

	private static UndeliveredMail read(ResultSet row) throws SQLException {
		return new UndeliveredMail(row.getObject("mail_id", UUID.class), row.getString("recipient"),
				UUID.fromString(row.getString("about").substring(ABOUT.length())), row.getString("answer"));
	}

	/**
	 * A mail that was not delivered.
	 *
	 * @param id its id
	 * @param to whom it was for
	 * @param customer about whom
	 * @param answer the mail server's last answer
	 */
	record UndeliveredMail(UUID id, String to, UUID customer, String answer) {

	}

}
