package com.highstage.portal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.database.Database.Kind;

/**
 * A real PostgreSQL, started once in this JVM when a test first asks for it and stopped
 * with it. PostgreSQL refuses to run as root; there the server runs in a user namespace
 * of its own ({@code unshare -U}).
 */
public final class Postgres {

	private static final String USER = "postgres";

	private Postgres() {
	}

	/**
	 * Makes a migrated database.
	 * @return a database that lives until it is dropped or the JVM ends
	 */
	public static Database newDatabase() {
		return create("template " + Server.TEMPLATE);
	}

	/**
	 * Makes a database without any table, for a context that migrates it: set
	 * {@code spring.datasource.url} to its {@link Database#url()}, which includes the
	 * user.
	 * @return a database that lives until it is dropped or the JVM ends
	 */
	public static Database newEmptyDatabase() {
		return create("");
	}

	private static Database create(String options) {
		String name = "t" + UUID.randomUUID().toString().replace("-", "");
		server().sql("create database %s %s".formatted(name, options)).update();
		return database(name);
	}

	private static Database database(String name) {
		return new Database(Kind.POSTGRESQL, Server.POSTGRES.getJdbcUrl(USER, name),
				Server.POSTGRES.getDatabase(USER, name));
	}

	static void drop(Database database) {
		String name = database.jdbc().sql("select current_database()").query(String.class).single();
		server().sql("drop database %s with (force)".formatted(name)).update();
	}

	private static JdbcClient server() {
		return JdbcClient.create(Server.POSTGRES.getPostgresDatabase());
	}

	/**
	 * The server and its migrated template.
	 */
	private static final class Server {

		private static final String TEMPLATE = "migrated";

		private static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.builder()
					.setServerConfig("max_connections", "300")
					.setServerConfig("shared_buffers", "32MB")
					.start();
				JdbcClient.create(postgres.getPostgresDatabase()).sql("create database " + TEMPLATE).update();
				Flyway.configure().dataSource(postgres.getDatabase(USER, TEMPLATE)).load().migrate();
				return postgres;
			}
			catch (IOException ex) {
				throw new UncheckedIOException("PostgreSQL did not start; as root it needs user namespaces", ex);
			}
		}

	}

}
