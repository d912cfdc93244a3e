package com.highstage.portal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Copies in one directory, which others need not wait for.
 */
@Component
class KeptBackups implements Backups {

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'portal-'yyyyMMdd'T'HHmmssSSS'Z.zip'")
		.withZone(ZoneOffset.UTC);

	private static final String NAMES = "portal-*T*Z.zip";

	private static final String UNFINISHED = "unfinished";

	private final JdbcCopy database;

	private final BackupProperties properties;

	private final Clock clock;

	KeptBackups(JdbcCopy database, BackupProperties properties, Clock clock) {
		this.database = database;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public synchronized Optional<Path> make() {
		return this.database.isPossible() ? Optional.of(copy()) : Optional.empty();
	}

	private Path copy() {
		try {
			Path directory = directory();
			Path copy = directory.resolve(NAME.format(this.clock.instant()));
			// whatever ends the process, what has a copy's name is a whole copy
			deleteUnfinished(directory);
			Path workplace = Files.createTempDirectory(directory, UNFINISHED);
			try {
				Path archive = Files.createTempFile(workplace, null, null);
				this.database.write(workplace, archive);
				Files.move(archive, copy, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				FileSystemUtils.deleteRecursively(workplace);
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
		for (Path left : files(directory, UNFINISHED + "*")) {
			FileSystemUtils.deleteRecursively(left);
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
