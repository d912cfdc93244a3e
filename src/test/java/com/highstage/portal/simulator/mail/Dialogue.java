package com.highstage.portal.simulator.mail;

import java.io.IOException;

/**
 * One protocol on one connection.
 */
interface Dialogue {

	void greet() throws IOException;

	/**
	 * Answers one line.
	 * @param line what the client said
	 * @return whether the connection goes on
	 */
	boolean hear(String line) throws IOException;

	/**
	 * The last words to a client that says too much in one line.
	 * @return the reply
	 */
	String tooLong();

	/**
	 * The last words to a client that says nothing.
	 * @return the reply
	 */
	String tooQuiet();

}
