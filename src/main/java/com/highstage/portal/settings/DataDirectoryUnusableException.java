package com.highstage.portal.settings;

/**
 * Nothing can be written to the data directory.
 */
class DataDirectoryUnusableException extends RuntimeException {

	private final String directory;

	private final String reason;

	DataDirectoryUnusableException(String directory, String reason) {
		super("The data directory '%s' cannot be used: %s".formatted(directory, reason));
		this.directory = directory;
		this.reason = reason;
	}

	String directory() {
		return this.directory;
	}

	String reason() {
		return this.reason;
	}

}
