package com.highstage.portal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The directory of the embedded database and of generated keys.
 *
 * @param setting {@code portal.data} as it was set
 */
record DataDirectory(String setting) {

	/**
	 * Makes the directory where it is missing.
	 * @throws DataDirectoryUnusableException when nothing can be written there
	 */
	void prepare() {
		try {
			Path directory = Path.of(this.setting);
			// H2 refuses a relative path that does not say so with a leading dot
			if (!directory.isAbsolute() && !this.setting.startsWith(".")) {
				throw new DataDirectoryUnusableException(this.setting, "it must be absolute or begin with ./");
			}
			Files.createDirectories(directory);
			Files.delete(Files.createTempFile(directory, "writable", null));
		}
		catch (IOException | InvalidPathException ex) {
			throw new DataDirectoryUnusableException(this.setting, ex.toString());
		}
	}

}
