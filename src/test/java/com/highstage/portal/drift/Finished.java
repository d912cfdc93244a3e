package com.highstage.portal.drift;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Troubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Contoso's connection, finished by its administrator, and what is known of it.
 */
class Finished {

	static final String ADMIN = "admin@contoso.example";

	static final String SUPPORT = "support@contoso.example";

	static final String CONTACT = "kontakt@contoso.example";

	private final Microsoft365Simulator microsoft365;

	private final Traveller traveller;

	private final PortalProperties portal;

	private final Overviews overviews;

	private final Connections connections;

	private final Troubles troubles;

	private final JdbcClient jdbc;

	Finished(Microsoft365Simulator microsoft365, Traveller traveller, PortalProperties portal, Overviews overviews,
			Stored stored) {
		this.microsoft365 = microsoft365;
		this.traveller = traveller;
		this.portal = portal;
		this.overviews = overviews;
		this.connections = stored.connections();
		this.troubles = stored.troubles();
		this.jdbc = stored.jdbc();
	}

	/**
	 * Connects Contoso afresh, and lets the dust settle.
	 * @return its administrator, signed in
	 */
	Person connect() {
		this.traveller.reset();
		new PlainJourney(this.portal.url()).travel(ADMIN, SUPPORT);
		Person admin = this.traveller.latest(ADMIN);
		this.traveller.awaitEnd(admin);
		this.jdbc.sql("delete from contact").update();
		this.traveller.contact(admin, CONTACT, Language.DANISH);
		OffsetDateTime finished = OffsetDateTime.now(ZoneOffset.UTC);
		await("calm").until(() -> OffsetDateTime.now(ZoneOffset.UTC).isAfter(finished.plusSeconds(1)));
		assertThat(status()).isEqualTo("working");
		return admin;
	}

	Connection connection(Person admin) {
		return this.connections.find(admin.tenant()).orElseThrow();
	}

	Overview visit(Person admin) {
		return this.overviews.of(admin);
	}

	List<Kind> troubles(Person admin) {
		return this.troubles.of(connection(admin).id()).stream().map(Trouble::kind).toList();
	}

	Trouble trouble(Person admin) {
		List<Trouble> all = this.troubles.of(connection(admin).id());
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	String status() {
		return this.jdbc.sql("select status from highstage_connection_v1").query(String.class).single();
	}

	List<String> mailboxes() {
		return this.jdbc.sql("select address from highstage_mailbox_v1").query(String.class).list();
	}

	/**
	 * The reminder's part when the secret's end has come.
	 * @param admin whose secret
	 * @param end when that was
	 */
	void ended(Person admin, Instant end) {
		this.jdbc.sql("""
				insert into connection_trouble (connection_id, kind, subject, source, explanation_key,
					explanation_code, explanation_reference, since)
				values (:connection, 'SECRET_ENDED', '', 'PORTAL', 'secret-expired', '', '', :end)
				""")
			.param("connection", connection(admin).id().value())
			.param("end", end.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Does something before anybody is told of it, however long it takes; then everybody
	 * is told who is to be.
	 * @param deed what is done
	 */
	void untold(Runnable deed) {
		tellAt(OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
		deed.run();
		OffsetDateTime gathered = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1);
		tellAt(gathered);
		await("told").until(() -> this.jdbc
			.sql("select count(*) from scheduled_tasks where task_name = 'tell-drift' and last_success > :gathered")
			.param("gathered", gathered)
			.query(Long.class)
			.single() == 1);
	}

	private void tellAt(OffsetDateTime at) {
		await("nobody tells").until(() -> this.jdbc.sql("""
				update scheduled_tasks set execution_time = :at, version = version + 1
				where task_name = 'tell-drift' and not picked
				""").param("at", at).update() == 1);
	}

	/**
	 * The mails about what broke, once no more are to be sent.
	 * @return the mails to the contact and to the operators
	 */
	List<ReceivedMail> told() {
		await("told").until(() -> count("drift_sight where untold_since is not null")
				+ count("outgoing_mail where state = 'QUEUED'") == 0);
		return this.microsoft365.mails()
			.stream()
			.filter((mail) -> Stream.of(CONTACT, "operators@highstage.example").anyMatch(mail.to()::contains))
			.toList();
	}

	/**
	 * The administrator's token for Exchange is over; that for the directory is not.
	 */
	void forgetExchangeToken() {
		this.jdbc.sql("delete from delegated_access where resource = 'EXCHANGE'").update();
	}

	long count(String rows) {
		return this.jdbc.sql("select count(*) from " + rows).query(Long.class).single();
	}

	/**
	 * What is stored.
	 *
	 * @param connections connections
	 * @param troubles what is wrong with them
	 * @param jdbc everything else
	 */
	record Stored(Connections connections, Troubles troubles, JdbcClient jdbc) {

	}

}
