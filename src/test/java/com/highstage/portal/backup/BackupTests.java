package com.highstage.portal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.database.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BackupTests {

	private static final int ACCOUNTS = 500;

	@TempDir
	Path directory;

	private Instant now = Instant.parse("2026-11-26T06:00:00Z");

	@Test
	void aCopyMadeWhileOthersWriteIsOfOneMoment() throws Exception {
		JdbcDataSource source = database(this.directory.resolve("data"));
		JdbcClient jdbc = JdbcClient.create(source);
		jdbc.sql("create table account (id integer primary key, amount integer not null, filling varchar(2000))")
			.update();
		jdbc.sql("insert into account select x, 100, repeat('x', 2000) from system_range(1, %d)".formatted(ACCOUNTS))
			.update();
		AtomicBoolean ended = new AtomicBoolean();
		List<Thread> writers = Stream.of(1, 2, 3).map((seed) -> Thread.ofPlatform().start(() -> {
			for (int i = seed; !ended.get(); i++) {
				pay(source, 1 + (i * 7) % ACCOUNTS, 1 + (i * 13) % ACCOUNTS);
			}
		})).toList();
		await("writers").until(() -> changed(jdbc) > 0);
		List<Path> copies = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			copies.add(make(source, 10));
		}
		ended.set(true);
		for (Thread writer : writers) {
			writer.join();
		}
		for (Path copy : copies) {
			JdbcClient restored = JdbcClient.create(restored(copy));
			assertThat(restored.sql("select sum(amount) from account").query(Long.class).single())
				.isEqualTo(100L * ACCOUNTS);
			assertThat(changed(restored)).isPositive();
			restored.sql("shutdown").update();
		}
		jdbc.sql("shutdown").update();
	}

	@Test
	void onlyTheNewestCopiesStayAndNobodyElseReadsThem() throws IOException {
		JdbcDataSource source = database(this.directory.resolve("data"));
		Path first = make(source, 2);
		Path others = Files.createFile(first.resolveSibling("portal-of-somebody-else.zip"));
		Path second = make(source, 2);
		Path third = make(source, 2);
		try (Stream<Path> files = Files.list(first.getParent())) {
			assertThat(files).containsExactlyInAnyOrder(others, second, third);
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(third))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(third.getParent())))
			.isEqualTo("rwx------");
		JdbcClient.create(source).sql("shutdown").update();
	}

	@Test
	void whatAKilledProcessHasLeftGoesWithTheNextCopy() throws IOException {
		JdbcDataSource source = database(this.directory.resolve("data"));
		Path first = make(source, 2);
		Files.createFile(first.resolveSibling("unfinished4711.tmp"));
		Path second = make(source, 2);
		try (Stream<Path> files = Files.list(first.getParent())) {
			assertThat(files).containsExactlyInAnyOrder(first, second);
		}
		JdbcClient.create(source).sql("shutdown").update();
	}

	@Test
	void anotherDatabaseHasToolsOfItsOwn() {
		assertThat(new JdbcBackups(new JdbcTemplate(Postgres.newEmptyDatabase().dataSource()), properties(1),
				Clock.systemUTC())
			.make()).isEmpty();
	}

	private static long changed(JdbcClient jdbc) {
		return jdbc.sql("select count(*) from account where amount <> 100").query(Long.class).single();
	}

	private Path make(JdbcDataSource source, int kept) {
		this.now = this.now.plusSeconds(1);
		return new JdbcBackups(new JdbcTemplate(source), properties(kept), Clock.fixed(this.now, ZoneOffset.UTC)).make()
			.orElseThrow();
	}

	private BackupProperties properties(int kept) {
		return new BackupProperties(this.directory.resolve("data/backups"), kept);
	}

	private static void pay(JdbcDataSource source, int from, int to) {
		new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult((status) -> {
			JdbcClient jdbc = JdbcClient.create(source);
			// in the order of the numbers, so that nobody waits in a circle
			jdbc.sql("update account set amount = amount + :change where id = :id")
				.param("id", Math.min(from, to))
				.param("change", -1)
				.update();
			jdbc.sql("update account set amount = amount + :change where id = :id")
				.param("id", Math.max(from, to))
				.param("change", 1)
				.update();
		});
	}

	private JdbcDataSource restored(Path copy) throws IOException {
		Path data = Files.createTempDirectory(this.directory, "restored");
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Files.copy((InputStream) zip, data.resolve(entry.getName()));
			}
		}
		return database(data);
	}

	private static JdbcDataSource database(Path data) {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:file:%s/portal;WRITE_DELAY=0;DB_CLOSE_DELAY=-1".formatted(data));
		source.setUser("portal");
		return source;
	}

}
