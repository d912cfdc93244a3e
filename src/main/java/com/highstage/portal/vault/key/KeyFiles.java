package com.highstage.portal.vault.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads and writes files that hold keys. Where the file system has POSIX permissions,
 * nobody but the owner may read a private key or change a public one.
 */
final class KeyFiles {

	private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

	private static final Set<PosixFilePermission> OTHERS_WRITE = PosixFilePermissions.fromString("----w--w-");

	private KeyFiles() {
	}

	static byte[] read(KeyRole role, Path file, boolean secret) {
		if (!Files.isRegularFile(file)) {
			throw KeyProblemException.unusable(role, file.toString(), "is no file", "Check the path.");
		}
		try {
			checkPermissions(role, file, secret ? OTHERS : OTHERS_WRITE);
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw KeyProblemException.unusable(role, file.toString(), "cannot be read by the portal's user",
					"Make that user the file's owner.");
		}
	}

	static void createDirectory(Path directory) throws IOException {
		Files.createDirectory(directory, attributes(directory.resolveSibling("."), "rwx------"));
	}

	static void write(Path file, String content) throws IOException {
		Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		try (FileChannel channel = FileChannel.open(file, options, attributes(file.resolveSibling("."), "rw-------"))) {
			channel.write(StandardCharsets.UTF_8.encode(content));
			channel.force(true);
		}
	}

	private static void checkPermissions(KeyRole role, Path file, Set<PosixFilePermission> forbidden)
			throws IOException {
		if (!isPosix(file)) {
			return;
		}
		Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
		permissions.retainAll(forbidden);
		if (!permissions.isEmpty()) {
			throw KeyProblemException.unusable(
					role, file.toString(), "is open to other users ("
							+ PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + ")",
					"Run: chmod 600 " + file);
		}
	}

	private static FileAttribute<?>[] attributes(Path directory, String permissions) throws IOException {
		return isPosix(directory)
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	private static boolean isPosix(Path path) throws IOException {
		FileStore store = Files.getFileStore(path);
		return store.supportsFileAttributeView("posix");
	}

}
