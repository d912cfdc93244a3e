package com.highstage.portal.simulator.mail;

import java.time.Duration;

import com.highstage.portal.simulator.exchange.Protocol;

/**
 * What every call to a mail server passes: where it waits, goes wrong if it has to, is
 * decided and is written down.
 */
public interface Desk {

	/**
	 * Decides about a login with a token.
	 * @param protocol how
	 * @param user the mailbox, as the client wrote it
	 * @param token the access token
	 * @return what comes of it
	 */
	Outcome logIn(Protocol protocol, String user, String token);

	/**
	 * Writes down a login that no rule has to look at.
	 * @param protocol how
	 * @param user who, empty if it cannot be told
	 * @param why why it was refused
	 */
	void refused(Protocol protocol, String user, String why);

	/**
	 * Writes down what somebody does who logged in.
	 * @param protocol how
	 * @param user who
	 * @param command the command
	 * @param write whether it changes the mailbox, or would at Microsoft
	 */
	void used(Protocol protocol, String user, String command, boolean write);

	/**
	 * How long a client may say nothing.
	 * @return the time
	 */
	Duration patience();

}
