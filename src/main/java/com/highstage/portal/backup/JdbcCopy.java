package com.highstage.portal.backup;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * A copy of H2 in a file by way of a script: what one transaction sees of all tables is
 * written down and carried out in a new database, which becomes the copy. So each copy
 * has been restored once, and nothing that was erased is in it. H2's own
 * {@code BACKUP TO} copies the file under the hands of those who write, and may take half
 * a transaction along, as H2 stores table by table (see
 * <a href="https://github.com/h2database/h2database/issues/2080">issue 2080</a>).
 */
@Component
class JdbcCopy {

	// "file:" may be left out; the other prefixes are databases elsewhere, or in memory
	private static final Pattern EMBEDDED = Pattern
		.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:)(?<file>[^;]+)(?<settings>;.*)?");

	private final JdbcConnectionDetails database;

	JdbcCopy(JdbcConnectionDetails database) {
		this.database = database;
	}

	/**
	 * Whether the portal's database is one to copy so.
	 * @return true if it is H2 in a file of this machine
	 */
	boolean isPossible() {
		return EMBEDDED.matcher(this.database.getJdbcUrl()).matches();
	}

	/**
	 * Writes the copy.
	 * @param workplace an empty directory that nobody else reads, for what lies about
	 * meanwhile
	 * @param copy the file to write: an archive in the format of zip with the database's
	 * file
	 */
	void write(Path workplace, Path copy) {
		Path script = workplace.resolve("portal.sql");
		try (SingleConnectionDataSource original = open(this.database.getJdbcUrl())) {
			JdbcTemplate jdbc = new JdbcTemplate(original);
			jdbc.execute("set session characteristics as transaction isolation level snapshot");
			execute(jdbc, "script to ? charset 'UTF-8'", script);
		}
		try (SingleConnectionDataSource restored = open(twin(workplace))) {
			// in one transaction, as each commit is written by itself and takes room
			restored.setAutoCommit(false);
			JdbcTemplate jdbc = new JdbcTemplate(restored);
			execute(jdbc, "runscript from ? charset 'UTF-8'", script);
			jdbc.execute("commit");
			jdbc.execute("shutdown compact");
		}
		try (SingleConnectionDataSource restored = open(twin(workplace))) {
			JdbcTemplate jdbc = new JdbcTemplate(restored);
			execute(jdbc, "backup to ?", copy);
			jdbc.execute("shutdown");
		}
	}

	// the same name and settings, so that the copy is opened as the original was
	private String twin(Path workplace) {
		Matcher url = EMBEDDED.matcher(this.database.getJdbcUrl());
		if (!url.matches()) {
			throw new IllegalStateException("not a database in a file");
		}
		Path file = workplace.toAbsolutePath().resolve(Path.of(url.group("file")).getFileName());
		return "jdbc:h2:file:" + file + Objects.requireNonNullElse(url.group("settings"), "");
	}

	private SingleConnectionDataSource open(String url) {
		SingleConnectionDataSource source = new SingleConnectionDataSource(url, true);
		source.setUsername(this.database.getUsername());
		source.setPassword(this.database.getPassword());
		return source;
	}

	private static void execute(JdbcTemplate jdbc, String sql, Path file) {
		jdbc.execute(sql, (PreparedStatement statement) -> {
			statement.setString(1, file.toString());
			return statement.execute();
		});
	}

}
