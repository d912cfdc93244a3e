package com.highstage.portal.handover.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.handover.feed.ShownConnections;
import com.highstage.portal.handover.feed.TestFeed;
import com.highstage.portal.handover.intake.JdbcWritten.Look;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is asked every few seconds, or for one organisation, where there are many.
 */
@Tag("sql")
class WholeReadsTests {

	private static final int MANY = 20_000;

	private static final Database DATABASE = Postgres.newDatabase();

	private static final Instant NOW = Clock.systemUTC().instant();

	@BeforeAll
	static void fill() {
		for (String statement : new String[] {
				"""
						insert into connection (connection_id, tenant_id, active_tenant_id, organisation_name, cloud, generation,
							by_hand, application_name, adopted, status, finished_at, shown, imap, pop, smtp, change, created_at,
							updated_at)
						select gen_random_uuid(), t, t, 'Contoso', 'GLOBAL', 1, false, '', false, 'working', now(), true, true,
							true, false, n, now(), now()
						from (select gen_random_uuid() as t, n from generate_series(1, %d) as n) as each
						"""
					.formatted(MANY),
				"""
						insert into credential (connection_id, sequence, current_connection_id, offered_connection_id, offered_at,
							tenant_id, client_id, credential_type, description, created_at, expires_at, state, sealed_credential,
							recipient_key_id)
						select connection_id, 1, connection_id, connection_id, now(), tenant_id, tenant_id, 'SECRET', '', now(),
							now(), 'CURRENT', 'x', 'key'
						from connection
						""",
				"""
						insert into mailbox (connection_id, address, display_name, mailbox_type, wanted, access, ours, smtp_off)
						select connection_id, 'sales@contoso.example', '', '', true, 'OPEN', true, false from connection
						""",
				"""
						insert into mailbox_check (connection_id, address, protocol, state, remedies, tries)
						select connection_id, address, 'IMAP', 'PASSED', '', 0 from mailbox
						""", """
						insert into highstage_report (connection_id, address, reported_at)
						select connection_id, address, now() - interval '1 minute' * random() * 600 from mailbox
						""", "insert into taken_report select * from highstage_report", """
						insert into highstage_acknowledgement (connection_id, sequence, acknowledged_at)
						select connection_id, 1, now() - interval '1 minute' * random() * 600 from connection
						""", "insert into taken_acknowledgement select * from highstage_acknowledgement", "analyze" }) {
			DATABASE.jdbc().sql(statement).update();
		}
	}

	@Test
	void noTableIsReadWholeForWhatIsNewOrForOneOrganisation() {
		ShownConnections shown = TestFeed.shown(DATABASE);
		Connections connections = TestRegistration.connections(DATABASE, Clock.systemUTC());
		JdbcWritten written = new JdbcWritten(DATABASE.jdbc());
		TenantId nobodys = new TenantId(UUID.randomUUID());
		long before = rowsRead();
		assertThat(shown.after(MANY - 20, 50, null)).hasSize(20);
		assertThat(shown.after(0, 50, nobodys)).isEmpty();
		assertThat(shown.find(new ConnectionId(UUID.randomUUID()))).isEmpty();
		assertThat(connections.latest(nobodys)).isEmpty();
		assertThat(connections.nextGeneration(nobodys)).isEqualTo(1);
		Look recent = new Look(NOW.minusSeconds(60), 200, 0);
		assertThat(written.newReports(recent)).isEmpty();
		assertThat(written.newAcknowledgements(recent)).isEmpty();
		assertThat(rowsRead() - before).isLessThan(MANY / 10);
		assertThat(written.newReports(new Look(null, 200, 0))).isEmpty();
		DATABASE.jdbc().sql("select count(*) from connection where application_name = 'x'").query(Long.class).single();
		assertThat(rowsRead() - before).as("what would be noticed").isGreaterThan(MANY);
	}

	/** Sessions tell what they did as they end, and end after whoever closed them. */
	private static long rowsRead() {
		await().until(() -> DATABASE.jdbc().sql("""
				select count(*) from pg_stat_activity where datname = current_database()
					and backend_type = 'client backend' and pid <> pg_backend_pid()
				""").query(Long.class).single() == 0);
		return DATABASE.jdbc().sql("""
				select sum(seq_tup_read + idx_tup_fetch) from pg_stat_user_tables
				where relname in ('connection', 'credential', 'mailbox', 'mailbox_check', 'highstage_report',
					'taken_report', 'highstage_acknowledgement', 'taken_acknowledgement')
				""").query(Long.class).single();
	}

}
