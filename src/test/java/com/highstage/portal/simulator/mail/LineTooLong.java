package com.highstage.portal.simulator.mail;

import java.io.IOException;

/**
 * More than a client may say in one line.
 */
final class LineTooLong extends IOException {

	private static final long serialVersionUID = 1L;

}
