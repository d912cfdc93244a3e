package com.highstage.portal.handover.feed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An embedded database that is closed and opened again: H2 then makes its views anew from
 * their text.
 */
class ViewsOnFileTests {

	private static final UUID ID = new UUID(0, 1);

	@TempDir
	private Path directory;

	@Test
	void viewsSurviveAnUpgradeAndTheNextOpening() throws SQLException {
		Flyway.configure().dataSource(file()).target("23").load().migrate();
		try (Connection connection = file().getConnection()) {
			fill(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
		}
		Flyway.configure().dataSource(file()).load().migrate();
		for (int opening = 0; opening < 2; opening++) {
			try (Connection connection = file().getConnection()) {
				SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
				JdbcClient jdbc = JdbcClient.create(source);
				ShownConnection shown = new JdbcShownConnections(jdbc, new JdbcTransactionManager(source))
					.after(0, 10, null)
					.getFirst();
				assertThat(shown.connectionId()).isEqualTo(ID);
				assertThat(shown.credential()).extracting(ShownConnection.Offered::sealed).isEqualTo("sealed-2");
				assertThat(shown.mailboxes()).extracting(ShownConnection.Box::address)
					.containsExactly("sales@contoso.example");
				assertThat(shown.mailboxes().getFirst().imapVerifiedAt()).isNotNull();
				for (String view : List.of("highstage_recipient_key_v1", "highstage_signing_key_v1")) {
					assertThat(jdbc.sql("select * from " + view).query().listOfRows()).isNotNull();
				}
			}
		}
	}

	// the last connection that is closed closes the database
	private JdbcDataSource file() {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:file:" + this.directory.resolve("portal").toAbsolutePath()
				+ ";WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
		source.setUser("portal");
		return source;
	}

	private static void fill(JdbcClient jdbc) {
		jdbc.sql("""
				insert into connection (connection_id, tenant_id, active_tenant_id, organisation_name, cloud,
					generation, by_hand, application_name, adopted, status, finished_at, shown, checked_sequence,
					checked_at, imap, pop, smtp, change, created_at, updated_at)
				values (:id, :id, :id, 'Contoso', 'GLOBAL', 1, false, '', false, 'working', now(), true, 2, now(),
					true, false, false, 1, now(), now())
				""").param("id", ID).update();
		for (int sequence = 1; sequence <= 2; sequence++) {
			jdbc.sql("""
					insert into credential (connection_id, sequence, current_connection_id, tenant_id, client_id,
						credential_type, description, created_at, expires_at, state, sealed_credential,
						recipient_key_id)
					values (:id, :sequence, :current, :id, :id, 'SECRET', '', now(), now(), :state, :sealed, 'key')
					""")
				.param("id", ID)
				.param("sequence", sequence)
				.param("current", (sequence == 2) ? ID : null)
				.param("state", (sequence == 2) ? "CURRENT" : "SUPERSEDED")
				.param("sealed", "sealed-" + sequence)
				.update();
		}
		jdbc.sql("""
				insert into mailbox (connection_id, address, display_name, mailbox_type, wanted, access, ours, smtp_off)
				values (:id, 'sales@contoso.example', '', '', true, 'UNKNOWN', false, false)
				""").param("id", ID).update();
		jdbc.sql("""
				insert into mailbox_check (connection_id, address, protocol, state, remedies, tries, verified_at)
				values (:id, 'sales@contoso.example', 'IMAP', 'PASSED', '', 0, now())
				""").param("id", ID).update();
	}

}
