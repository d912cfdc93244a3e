package com.highstage.portal.handover.reader;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees at each start that the role {@code highstage_reader} is there, may read
 * Highstage's views and write Highstage's tables, and may do nothing else there. On
 * PostgreSQL only: an embedded database has no other user.
 */
@Component
class JdbcReaderRole {

	/** What the role may do, by view and table. */
	static final Map<String, Set<String>> RIGHTS = new TreeMap<>(Map.of("highstage_connection_v1", Set.of("SELECT"),
			"highstage_mailbox_v1", Set.of("SELECT"), "highstage_recipient_key_v1", Set.of("SELECT"),
			"highstage_signing_key_v1", Set.of("SELECT"), "highstage_acknowledgement",
			Set.of("SELECT", "INSERT", "UPDATE"), "highstage_report", Set.of("SELECT", "INSERT", "UPDATE"),
			"highstage_canary_answer", Set.of("SELECT", "INSERT", "UPDATE")));

	private static final Logger LOG = LoggerFactory.getLogger(JdbcReaderRole.class);

	private static final String ROLE = "highstage_reader";

	/** Replicas that start at the same time grant one after the other. */
	private static final long LOCK = 0x4853_5244;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final String role;

	private final boolean postgres;

	@Autowired
	JdbcReaderRole(DataSource dataSource, PlatformTransactionManager transactions) throws SQLException {
		this(dataSource, transactions, ROLE);
	}

	JdbcReaderRole(DataSource dataSource, PlatformTransactionManager transactions, String role) throws SQLException {
		this.jdbc = JdbcClient.create(dataSource);
		try (Connection connection = dataSource.getConnection()) {
			this.postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
		}
		this.transaction = new TransactionTemplate(transactions);
		this.role = role;
	}

	@EventListener(ApplicationReadyEvent.class)
	void ensure() {
		if (!this.postgres) {
			return;
		}
		try {
			this.transaction.executeWithoutResult((status) -> makeAndGrant());
		}
		catch (DataAccessException ex) {
			LOG.atWarn()
				.setCause(LOG.isDebugEnabled() ? ex : null)
				.log("The portal's database user may not prepare the role {} for Highstage. "
						+ "A database administrator runs once, in the portal's database: {}", this.role,
						String.join(" ", statements()));
		}
	}

	private void makeAndGrant() {
		this.jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row) -> {
		});
		if (!exists()) {
			this.jdbc.sql(statements().getFirst()).update();
		}
		if (!granted().equals(RIGHTS) || !mayUseSchema()) {
			this.jdbc.sql("revoke all on all tables in schema %s from %s".formatted(schema(), this.role)).update();
			statements().stream().skip(1).forEach((statement) -> this.jdbc.sql(statement).update());
		}
		warnOfMore();
	}

	/**
	 * What everybody has been granted, or a role that this one belongs to, is not the
	 * portal's to take back. Who may make functions in the portal's schema can have the
	 * portal call them.
	 */
	private void warnOfMore() {
		Map<String, Set<String>> granted = granted();
		if (!granted.equals(RIGHTS)) {
			granted.entrySet().removeAll(RIGHTS.entrySet());
			LOG.warn("The role {} may do more than it needs; see what is granted to everybody, to roles that it "
					+ "belongs to, and to itself: {}", this.role, granted);
		}
		if (maySchema("create")) {
			LOG.warn("The role {} may create functions in the portal's schema. A database administrator runs once, "
					+ "in the portal's database: grant create on schema {} to {}; revoke create on schema {} from public;",
					this.role, schema(), this.jdbc.sql("select quote_ident(current_user)").query(String.class).single(),
					schema());
		}
	}

	/**
	 * What is to be done where there is nothing yet.
	 * @return the statement that makes the role, then the grants
	 */
	List<String> statements() {
		String reads = names((rights) -> rights.size() == 1);
		String writes = names((rights) -> rights.size() > 1);
		return List.of("create role %s nologin;".formatted(this.role),
				"grant usage on schema %s to %s;".formatted(schema(), this.role),
				"grant select on %s to %s;".formatted(reads, this.role),
				"grant select, insert, update on %s to %s;".formatted(writes, this.role));
	}

	private static String names(Predicate<Set<String>> which) {
		return RIGHTS.entrySet()
			.stream()
			.filter((entry) -> which.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.joining(", "));
	}

	private boolean exists() {
		return this.jdbc.sql("select count(*) from pg_roles where rolname = :role")
			.param("role", this.role)
			.query(Integer.class)
			.single() > 0;
	}

	// in effect: also with some of the columns only, and by whomever it was granted to
	private Map<String, Set<String>> granted() {
		Map<String, Set<String>> granted = new TreeMap<>();
		this.jdbc.sql("""
				select c.relname, p.privilege
				from pg_class c cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES', 'DELETE',
					'TRUNCATE', 'TRIGGER']) as p (privilege)
				where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f')
					and case when p.privilege in ('DELETE', 'TRUNCATE', 'TRIGGER')
						then has_table_privilege(:role, c.oid, p.privilege)
						else has_any_column_privilege(:role, c.oid, p.privilege) end
				""")
			.param("role", this.role)
			.query((row, number) -> Map.entry(row.getString("relname"), row.getString("privilege")))
			.list()
			.forEach((one) -> granted.computeIfAbsent(one.getKey(), (name) -> new TreeSet<>()).add(one.getValue()));
		return granted;
	}

	private boolean mayUseSchema() {
		return maySchema("usage");
	}

	private boolean maySchema(String privilege) {
		return this.jdbc.sql("select has_schema_privilege(:role, current_schema(), :privilege)")
			.param("role", this.role)
			.param("privilege", privilege)
			.query(Boolean.class)
			.single();
	}

	private String schema() {
		return this.jdbc.sql("select quote_ident(current_schema())").query(String.class).single();
	}

}
