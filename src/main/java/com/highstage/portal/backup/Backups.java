package com.highstage.portal.backup;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Copies of the database as it is at one moment, while people use it.
 */
interface Backups {

	/**
	 * Writes a copy.
	 * @return where it is; empty if the database is none of the portal's own, and has
	 * tools for that
	 */
	Optional<Path> make();

}
