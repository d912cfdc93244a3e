package com.highstage.portal.reader;

import java.io.IOException;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The portal's interface, from the other side. A row is the same whichever way it came:
 * its properties have the names of the columns, its mailboxes are in {@code mailboxes}.
 */
interface Feed {

	/** How many connections are read at once. */
	int LIMIT = 20;

	/**
	 * What has changed.
	 * @param change after which change
	 * @return a page of it
	 * @throws IOException if the portal is away
	 */
	Page after(long change) throws IOException;

	JsonNode one(String connection) throws IOException;

	/**
	 * Says that a secret is in use.
	 * @param connection whose
	 * @param sequence which one
	 * @return whether that was heard
	 * @throws IOException if the portal is away
	 */
	boolean acknowledge(String connection, long sequence) throws IOException;

	/**
	 * The keys with which the portal signs or signed.
	 * @return public keys
	 * @throws IOException if the portal is away
	 */
	List<String> signingKeys() throws IOException;

	/**
	 * Some connections, each as it is now.
	 *
	 * @param rows the connections
	 * @param change the last change among them
	 * @param more whether others have changed as well
	 */
	record Page(List<JsonNode> rows, long change, boolean more) {

	}

}
