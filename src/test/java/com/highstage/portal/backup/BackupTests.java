package com.highstage.portal.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.database.Embedded;
import com.highstage.portal.database.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BackupTests {

	private static final int ACCOUNTS = 500;

	private static final String SETTINGS = ";WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";

	private static final String FILE = "portal.mv.db";

	@TempDir
	Path directory;

	private Instant now = Instant.parse("2026-11-26T06:00:00Z");

	@Test
	void aCopyMadeWhileOthersWriteIsOfOneMoment() throws Exception {
		JdbcDataSource source = database(this.directory.resolve("data"));
		JdbcClient jdbc = JdbcClient.create(source);
		for (String table : List.of("payer", "payee")) {
			jdbc.sql("create table %s (id integer primary key, amount integer not null)".formatted(table)).update();
			jdbc.sql("insert into %s select \"X\", 100 from system_range(1, %d)".formatted(table, ACCOUNTS)).update();
		}
		AtomicBoolean ended = new AtomicBoolean();
		List<Thread> writers = Stream.of(1, 2, 3).map((seed) -> Thread.ofPlatform().start(() -> {
			for (int i = seed; !ended.get(); i++) {
				pay(source, 1 + (i * 7) % ACCOUNTS, 1 + (i * 13) % ACCOUNTS);
			}
		})).toList();
		await("writers").until(() -> paid(jdbc) > 0);
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
			assertThat(restored.sql("select (select sum(amount) from payer) + (select sum(amount) from payee)")
				.query(Long.class)
				.single()).isEqualTo(2 * 100L * ACCOUNTS);
			assertThat(paid(restored)).isPositive();
			restored.sql("shutdown").update();
		}
		jdbc.sql("shutdown").update();
	}

	@Test
	void thePortalsDatabaseComesBackAsItWas() throws IOException {
		JdbcDataSource source = database(this.directory.resolve("data"));
		JdbcClient.create(source)
			.sql("runscript from 'src/test/resources/upgrade/h2/portal.sql.gz' compression gzip")
			.update();
		Flyway.configure().dataSource(source).load().migrate();
		JdbcDataSource restored = restored(make(source, 2));
		Flyway.configure().dataSource(restored).load().validate();
		assertThat(script(restored)).hasSizeGreaterThan(100).isEqualTo(script(source));
		JdbcClient jdbc = JdbcClient.create(restored);
		assertThat(jdbc.sql("select count(*) from highstage_connection_v1").query(Integer.class).single()).isPositive();
		jdbc.sql("shutdown").update();
		JdbcClient.create(source).sql("shutdown").update();
	}

	@Test
	void whatWasErasedIsInNoCopy() throws IOException {
		Path data = this.directory.resolve("data");
		JdbcDataSource source = database(data);
		JdbcClient jdbc = JdbcClient.create(source);
		jdbc.sql("create table note (text varchar)").update();
		jdbc.sql("insert into note values ('erased-value'), ('other-value')").update();
		jdbc.sql("delete from note where text = 'erased-value'").update();
		Path restored = Files.createDirectory(this.directory.resolve("restored"));
		unzip(make(source, 2), restored);
		assertThat(Files.readString(data.resolve(FILE), StandardCharsets.ISO_8859_1)).contains("erased-value");
		assertThat(Files.readString(restored.resolve(FILE), StandardCharsets.ISO_8859_1)).contains("other-value")
			.doesNotContain("erased-value");
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
		Files.createFile(Files.createDirectory(first.resolveSibling("unfinished4711")).resolve("portal.sql"));
		Path second = make(source, 2);
		try (Stream<Path> files = Files.list(first.getParent())) {
			assertThat(files).containsExactlyInAnyOrder(first, second);
		}
		JdbcClient.create(source).sql("shutdown").update();
	}

	@Test
	void anAddressThatDoesNotSayFileIsOneOfAFile() throws IOException {
		JdbcDataSource source = database(this.directory.resolve("data"));
		JdbcClient.create(source).sql("create table note (text varchar)").update();
		source.setURL(source.getURL().replace("h2:file:", "h2:"));
		JdbcClient restored = JdbcClient.create(restored(make(source, 2)));
		assertThat(restored.sql("select count(*) from note").query(Integer.class).single()).isZero();
		restored.sql("shutdown").update();
		JdbcClient.create(source).sql("shutdown").update();
	}

	@Test
	void anotherDatabaseHasToolsOfItsOwn() {
		for (String url : List.of(Postgres.newEmptyDatabase().url(), Embedded.newEmptyDatabase().url())) {
			assertThat(new KeptBackups(copy(url), properties(1), Clock.systemUTC()).make()).isEmpty();
		}
		assertThat(this.directory).isEmptyDirectory();
	}

	private static long paid(JdbcClient jdbc) {
		return jdbc.sql("select count(*) from payee where amount <> 100").query(Long.class).single();
	}

	// views may come in another order, and the numbers of rows in comments are estimates
	private static List<String> script(JdbcDataSource source) {
		return JdbcClient.create(source)
			.sql("script nopasswords")
			.query(String.class)
			.list()
			.stream()
			.filter((line) -> !line.startsWith("--"))
			.sorted()
			.toList();
	}

	private Path make(JdbcDataSource source, int kept) {
		this.now = this.now.plusSeconds(1);
		return new KeptBackups(copy(source.getURL()), properties(kept), Clock.fixed(this.now, ZoneOffset.UTC)).make()
			.orElseThrow();
	}

	private BackupProperties properties(int kept) {
		return new BackupProperties(this.directory.resolve("data/backups"), kept);
	}

	private static void pay(JdbcDataSource source, int from, int to) {
		new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult((status) -> {
			JdbcClient jdbc = JdbcClient.create(source);
			jdbc.sql("update payer set amount = amount - 1 where id = :id").param("id", from).update();
			jdbc.sql("update payee set amount = amount + 1 where id = :id").param("id", to).update();
		});
	}

	private JdbcDataSource restored(Path copy) throws IOException {
		Path data = Files.createTempDirectory(this.directory, "restored");
		unzip(copy, data);
		return database(data);
	}

	private static void unzip(Path copy, Path directory) throws IOException {
		try (FileSystem zip = FileSystems.newFileSystem(copy)) {
			Files.copy(zip.getPath(FILE), directory.resolve(FILE));
		}
	}

	private static JdbcCopy copy(String url) {
		return new JdbcCopy(new JdbcConnectionDetails() {
			@Override
			public String getJdbcUrl() {
				return url;
			}

			@Override
			public String getUsername() {
				return "portal";
			}

			@Override
			public @Nullable String getPassword() {
				return null;
			}
		});
	}

	private static JdbcDataSource database(Path data) {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:file:%s/portal%s".formatted(data, SETTINGS));
		source.setUser("portal");
		return source;
	}

}
