package com.highstage.portal.database;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.database.Database.Kind;

/**
 * H2 as the portal's default configures it, in memory.
 */
public final class Embedded {

	private static final String SETTINGS = ";LOCK_TIMEOUT=30000;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
			+ ";DB_CLOSE_DELAY=-1";

	private Embedded() {
	}

	/**
	 * Makes a migrated database.
	 * @return a database that lives until it is dropped or the JVM ends
	 */
	public static Database newDatabase() {
		Database database = newEmptyDatabase();
		Migrated.SCRIPT.forEach((statement) -> database.jdbc().sql(statement).update());
		return database;
	}

	/**
	 * Makes a database without any table, for a context that migrates it.
	 * @return a database that lives until it is dropped or the JVM ends
	 */
	public static Database newEmptyDatabase() {
		String url = "jdbc:h2:mem:" + UUID.randomUUID() + SETTINGS;
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setURL(url);
		dataSource.setUser("portal");
		return new Database(Kind.H2, url, dataSource);
	}

	static void drop(Database database) {
		database.jdbc().sql("shutdown").update();
	}

	/**
	 * What Flyway made, as a script that is run again in milliseconds.
	 */
	private static final class Migrated {

		private static final List<String> SCRIPT = script();

		private static List<String> script() {
			Database template = newEmptyDatabase();
			Flyway.configure().dataSource(template.dataSource()).load().migrate();
			List<String> script = JdbcClient.create(template.dataSource())
				.sql("script noversion")
				.query(String.class)
				.list();
			drop(template);
			return script.stream()
				.filter((line) -> !line.startsWith("CREATE USER"))
				.sorted(Comparator.comparing(Migrated::isView))
				.toList();
		}

		// a view may have been made again, and stand before the tables that it needs
		private static boolean isView(String statement) {
			return statement.startsWith("CREATE FORCE VIEW");
		}

	}

}
