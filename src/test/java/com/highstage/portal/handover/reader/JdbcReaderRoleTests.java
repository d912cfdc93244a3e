package com.highstage.portal.handover.reader;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.database.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What a login of the role may do in a real PostgreSQL. Tables, views, sequences,
 * functions and schemas are asked of the catalogue: one that is added later is covered.
 */
@Tag("sql")
@ExtendWith(OutputCaptureExtension.class)
class JdbcReaderRoleTests {

	private static final List<String> PRIVILEGES = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE",
			"REFERENCES", "TRIGGER", "MAINTAIN");

	private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema') "
			+ "and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'";

	private final Database database = Postgres.newDatabase();

	// roles belong to the whole server
	private final String role = "reader_" + UUID.randomUUID().toString().replace("-", "");

	private final JdbcClient portal = this.database.jdbc();

	private JdbcClient login = this.portal;

	@BeforeEach
	void logIn() throws SQLException {
		role().ensure();
		this.portal.sql("create role %s_login login in role %s".formatted(this.role, this.role)).update();
		this.login = as(this.database, this.role + "_login");
	}

	private JdbcReaderRole role() throws SQLException {
		return new JdbcReaderRole(this.database.dataSource(), this.database.transactionManager(), this.role);
	}

	private static JdbcClient as(Database database, String user) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(database.url());
		source.setUser(user);
		return JdbcClient.create(source);
	}

	@Test
	void theRoleMayDoExactlyThis() {
		assertThat(rights()).isEqualTo(JdbcReaderRole.RIGHTS);
	}

	private Map<String, Set<String>> rights() {
		Map<String, Set<String>> rights = new TreeMap<>();
		for (String privilege : PRIVILEGES) {
			this.portal.sql("""
					select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
					where %s and c.relkind in ('r', 'v', 'm', 'p', 'f')
						and has_table_privilege(:login, c.oid, :privilege)
					""".formatted(OURS))
				.param("login", this.role + "_login")
				.param("privilege", privilege)
				.query(String.class)
				.list()
				.forEach((name) -> rights.computeIfAbsent(name, (any) -> new TreeSet<>()).add(privilege));
		}
		return rights;
	}

	@Test
	void noColumnSequenceFunctionOrSchemaIsOpenBeside() {
		assertThat(names("""
				select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where %s and c.relkind in ('r', 'v', 'm', 'p', 'f')
					and has_any_column_privilege(:login, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
				""")).containsExactlyInAnyOrderElementsOf(JdbcReaderRole.RIGHTS.keySet());
		assertThat(names("""
				select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where %s and case c.relkind
					when 'S' then has_sequence_privilege(:login, c.oid, 'USAGE, SELECT, UPDATE') end
				""")).isEmpty();
		assertThat(names("""
				select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
				where %s and has_function_privilege(:login, p.oid, 'EXECUTE')
				""")).isEmpty();
		assertThat(names(
				"select n.nspname from pg_namespace n where has_schema_privilege(:login, n.oid, 'CREATE')" + " and %s"))
			.isEmpty();
		assertThat(this.portal.sql("""
				select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
					or has_database_privilege(rolname, current_database(), 'CREATE')
				from pg_roles where rolname in (:role, :login)
				""").param("role", this.role).param("login", this.role + "_login").query(Boolean.class).list())
			.containsExactly(false, false);
	}

	private List<String> names(String statement) {
		return this.portal.sql(statement.replace("%s", OURS))
			.param("login", this.role + "_login")
			.query(String.class)
			.list();
	}

	@Test
	void aLoginOfTheRoleReadsWhatItMayAndNothingElse() {
		List<String> readable = new ArrayList<>();
		for (String name : this.portal.sql("""
				select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where %s and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S')
				""".replace("%s", OURS)).query(String.class).list()) {
			try {
				this.login.sql("select * from \"" + name + "\"").query().listOfRows();
				readable.add(name);
			}
			catch (DataAccessException ex) {
				assertThat(ex).rootCause().hasMessageContaining("permission denied");
			}
		}
		assertThat(readable).containsExactlyInAnyOrderElementsOf(JdbcReaderRole.RIGHTS.keySet());
	}

	@Test
	void aLoginOfTheRoleWritesAsTheDocumentationSays() {
		for (int i = 0; i < 2; i++) {
			this.login.sql("""
					insert into highstage_acknowledgement (connection_id, sequence, acknowledged_at)
					values (gen_random_uuid(), 1, now()) on conflict do nothing
					""").update();
			this.login.sql("""
					insert into highstage_report (connection_id, address, last_login_at, last_error, reported_at)
					values (:id, 'sales@contoso.example', now(), null, now())
					on conflict (connection_id, address) do update set last_login_at = excluded.last_login_at,
						last_error = excluded.last_error, reported_at = excluded.reported_at
					""").param("id", new UUID(0, 1)).update();
			this.login.sql("""
					insert into highstage_canary_answer (key_id, answer, answered_at) values ('key', 'answer', now())
					on conflict (key_id) do update set answer = excluded.answer, answered_at = excluded.answered_at
					""").update();
		}
		assertThat(this.login.sql("update highstage_acknowledgement set acknowledged_at = now()").update())
			.isEqualTo(2);
	}

	@Test
	void aLoginOfTheRoleCannotHelpItselfToMore() {
		for (String statement : List.of("delete from highstage_report", "truncate highstage_acknowledgement",
				"update connection set shown = true", "update highstage_connection_v1 set status = 'ended'",
				"insert into highstage_recipient_key_v1 (key_id) values ('mine')",
				"update recipient_key set proven_until = now()", "create table mine (id integer)", "create schema mine",
				"create function mine() returns integer language sql return 1",
				"create view mine as select * from highstage_report", "drop view highstage_mailbox_v1",
				"alter table highstage_report add column mine integer", "create role mine", "set role postgres",
				"alter role %s_login createrole".formatted(this.role), "copy highstage_report to program 'true'",
				"select pg_read_file('PG_VERSION')")) {
			assertThatExceptionOfType(DataAccessException.class).as(statement)
				.isThrownBy(() -> this.login.sql(statement).update())
				.havingRootCause()
				.withMessageMatching("(?s).*(permission denied|must be owner|cannot update|cannot insert).*");
		}
	}

	@Test
	void theNextStartTakesBackWhatWasGrantedBesideAndGivesWhatIsMissing() throws SQLException {
		this.portal.sql("grant select on connection to " + this.role).update();
		this.portal.sql("grant delete on highstage_report to " + this.role).update();
		this.portal.sql("revoke select on highstage_mailbox_v1 from " + this.role).update();
		assertThat(rights()).isNotEqualTo(JdbcReaderRole.RIGHTS);
		role().ensure();
		theRoleMayDoExactlyThis();
	}

	@Test
	void theNextStartTakesBackSomeOfTheColumnsAsWell() throws SQLException {
		this.portal.sql("grant select (tenant_id), update (shown) on connection to " + this.role).update();
		role().ensure();
		noColumnSequenceFunctionOrSchemaIsOpenBeside();
	}

	@Test
	void whatThePortalCannotTakeBackItSays(CapturedOutput output) throws SQLException {
		role().ensure();
		assertThat(output.getAll()).doesNotContain("more than it needs", "create functions");
		this.portal.sql("grant delete on customer to public").update();
		this.portal.sql("grant create on schema public to public").update();
		role().ensure();
		assertThat(output.getAll()).contains(this.role + " may do more than it needs", "{customer=[DELETE]}",
				"grant create on schema public to postgres; revoke create on schema public from public;");
	}

	@Test
	void aUserWhoMayNotMakeRolesSaysWhatIsToBeDoneAndGoesOn(CapturedOutput output) throws SQLException {
		Database own = Postgres.newEmptyDatabase();
		String user = "owner_" + this.role;
		String other = "other_" + this.role;
		this.portal.sql("create role %s login".formatted(user)).update();
		own.jdbc().sql("grant create on schema public to " + user).update();
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(own.url());
		source.setUser(user);
		Flyway.configure().dataSource(source).load().migrate();
		JdbcReaderRole reader = new JdbcReaderRole(source, new JdbcTransactionManager(source), other);
		reader.ensure();
		String line = output.getAll().lines().filter((one) -> one.contains(other)).findFirst().orElseThrow();
		assertThat(line).contains("database administrator").contains(reader.statements());
		for (String statement : reader.statements()) {
			own.jdbc().sql(statement).update();
		}
		assertThatNoException().isThrownBy(reader::ensure);
		assertThat(output.getAll().lines().filter((one) -> one.contains(other))).hasSize(1);
	}

	@Test
	void anEmbeddedDatabaseHasNoSuchRole(CapturedOutput output) throws SQLException {
		Database embedded = Embedded.newEmptyDatabase();
		new JdbcReaderRole(embedded.dataSource(), embedded.transactionManager(), this.role).ensure();
		assertThat(output.getAll()).doesNotContain("database administrator");
	}

}
