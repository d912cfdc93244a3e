package com.highstage.portal.backup;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where copies of the embedded database go.
 *
 * @param directory where copies of the embedded database are written, for the portal's
 * user only
 * @param kept how many copies of the embedded database are kept; older ones are deleted
 * after the next one was written
 */
@ConfigurationProperties("portal.backup")
record BackupProperties(Path directory, @DefaultValue("7") int kept) {

	BackupProperties {
		if (kept < 1) {
			throw new IllegalArgumentException("portal.backup.kept must be 1 or more");
		}
	}

}
