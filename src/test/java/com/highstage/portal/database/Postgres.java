package com.highstage.portal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import com.zaxxer.hikari.HikariDataSource;
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

	/** More than the threads of any test. */
	private static final int CONNECTIONS = 60;

	private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

	private Postgres() {
	}

	/**
	 * Makes a migrated database.
	 * @return a database that lives until it is dropped or the JVM ends
	 */
	public static Database newDatabase() {
		return database(Spare.take());
	}

	/**
	 * Makes a migrated database that keeps its connections: a process of the server for
	 * each statement takes longer than most of them.
	 * @return a database to be dropped
	 */
	static Database newPooledDatabase() {
		Database database = newDatabase();
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(database.dataSource());
		pool.setMinimumIdle(0);
		pool.setMaximumPoolSize(CONNECTIONS);
		return new Database(Kind.POSTGRESQL, database.url(), pool);
	}

	/**
	 * Makes a database without any table, for a context that migrates it: set
	 * {@code spring.datasource.url} to its {@link Database#url()}, which includes the
	 * user.
	 * @return a database that lives until it is dropped or the JVM ends
	 */
	public static Database newEmptyDatabase() {
		return database(create(""));
	}

	private static Database database(String name) {
		return new Database(Kind.POSTGRESQL, Server.POSTGRES.getJdbcUrl(USER, name),
				Server.POSTGRES.getDatabase(USER, name));
	}

	private static String create(String options) {
		String name = "t" + UUID.randomUUID().toString().replace("-", "");
		server().sql("create database %s %s".formatted(name, options)).update();
		return name;
	}

	static void drop(Database database) {
		String name = database.jdbc().sql("select current_database()").query(String.class).single();
		((HikariDataSource) database.dataSource()).close();
		Spare.drop(name);
	}

	private static JdbcClient server() {
		return JdbcClient.create(Server.POSTGRES.getPostgresDatabase());
	}

	/**
	 * One migrated database ahead, so that no test waits for it; and what is to go is
	 * dropped while the next test runs.
	 */
	private static final class Spare {

		private static final Executor ASIDE = Executors
			.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("databases").factory());

		private static CompletableFuture<String> next = ahead();

		private static CompletableFuture<?> dropped = CompletableFuture.completedFuture(null);

		private static CompletableFuture<String> ahead() {
			return CompletableFuture.supplyAsync(() -> create("template " + Server.TEMPLATE), ASIDE);
		}

		static synchronized String take() {
			String taken = next.join();
			next = ahead();
			return taken;
		}

		static synchronized void drop(String name) {
			dropped.join();
			dropped = CompletableFuture
				.runAsync(() -> server().sql("drop database %s with (force)".formatted(name)).update(), ASIDE);
		}

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
					.setPGStartupWait(STARTS_WITHIN)
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
