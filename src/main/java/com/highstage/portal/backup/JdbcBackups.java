package com.highstage.portal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Copies by H2's own {@code BACKUP TO}, which others need not wait for.
 */
@Repository
class JdbcBackups implements Backups {

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'portal-'yyyyMMdd'T'HHmmssSSS'Z.zip'")
		.withZone(ZoneOffset.UTC);

	private static final String NAMES = "portal-*T*Z.zip";

	private static final String UNFINISHED = "unfinished";

	private final JdbcTemplate jdbc;

	private final BackupProperties properties;

	private final Clock clock;

	JdbcBackups(JdbcTemplate jdbc, BackupProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public synchronized Optional<Path> make() {
		return isEmbedded() ? Optional.of(copy()) : Optional.empty();
	}

	private boolean isEmbedded() {
		return "H2"
			.equals(this.jdbc.execute((Connection connection) -> connection.getMetaData().getDatabaseProductName()))
				&& this.jdbc.queryForObject("select database_path()", String.class) != null;
	}

	private Path copy() {
		try {
			Path directory = directory();
			Path copy = directory.resolve(NAME.format(this.clock.instant()));
			// whatever ends the process, what has a copy's name is a whole copy
			deleteUnfinished(directory);
			Path unfinished = Files.createTempFile(directory, UNFINISHED, null);
			try {
				this.jdbc.update("backup to ?", unfinished.toString());
				Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
			forgetOld(directory);
			return copy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path directory() throws IOException {
		Path directory = this.properties.directory().toAbsolutePath().normalize();
		Files.createDirectories(directory.getParent());
		return Files.isDirectory(directory) ? directory : Files.createDirectory(directory,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
	}

	private void forgetOld(Path directory) throws IOException {
		for (Path old : copies(directory).reversed().stream().skip(this.properties.kept()).toList()) {
			Files.delete(old);
		}
	}

	// What a killed process has left. Nobody else makes a copy at the same time: an
	// embedded database has one process.
	private static void deleteUnfinished(Path directory) throws IOException {
		for (Path left : files(directory, UNFINISHED + "*.tmp")) {
			Files.delete(left);
		}
	}

	private static List<Path> copies(Path directory) throws IOException {
		return files(directory, NAMES);
	}

	private static List<Path> files(Path directory, String names) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files
				.filter((file) -> directory.getFileSystem().getPathMatcher("glob:" + names).matches(file.getFileName()))
				.sorted()
				.toList();
		}
	}

}
