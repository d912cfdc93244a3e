package com.highstage.portal.reader;

/**
 * What is sealed in a row is not what the row says.
 */
final class TornRowException extends Exception {

	private static final long serialVersionUID = 1L;

	TornRowException(String message) {
		super(message);
	}

}
