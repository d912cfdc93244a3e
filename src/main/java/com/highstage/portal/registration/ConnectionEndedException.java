package com.highstage.portal.registration;

/**
 * Nothing can begin with a connection that has ended, until what was made for it is taken
 * back.
 */
public class ConnectionEndedException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	public ConnectionEndedException(String message) {
		super(message);
	}

}
