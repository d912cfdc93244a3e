package com.highstage.portal.account.web;

/**
 * Where the pages of Highstage's own people are.
 */
final class Desk {

	/** The desk's first page. */
	static final String PATH = "/operator";

	private Desk() {
	}

	static boolean isAt(String path) {
		return path.equals(PATH) || path.startsWith(PATH + "/") || path.startsWith(PATH + "?");
	}

}
