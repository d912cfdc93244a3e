package com.highstage.portal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the embedded database and of generated keys.
 *
 * @param setting {@code portal.data} as it was set
 */
record DataDirectory(String setting) {

	private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

	private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

	/**
	 * Makes the directory where it is missing, for the portal's user only: who reads the
	 * database has everybody's session.
	 * @throws DataDirectoryUnusableException when nothing can be written there
	 */
	void prepare() {
		try {
			Path directory = Path.of(this.setting);
			// H2 refuses a relative path that does not say so with a leading dot
			if (!directory.isAbsolute() && !this.setting.startsWith(".")) {
				throw new DataDirectoryUnusableException(this.setting, "it must be absolute or begin with ./");
			}
			create(directory.toAbsolutePath().normalize());
			Files.delete(Files.createTempFile(directory, "writable", null));
		}
		catch (IOException | InvalidPathException ex) {
			throw new DataDirectoryUnusableException(this.setting, ex.toString());
		}
	}

	private static void create(Path directory) throws IOException {
		boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
		if (!Files.isDirectory(directory)) {
			Files.createDirectories(directory.getParent());
			Files.createDirectory(directory, posix
					? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWN) } : new FileAttribute<?>[0]);
		}
		else if (posix && !OWN.containsAll(Files.getPosixFilePermissions(directory))) {
			LOG.warn("Other users of this machine may look into the data directory {}. Run: chmod 700 {}", directory,
					directory);
		}
	}

}
