package com.highstage.portal.vault;

/**
 * A stored secret does not open: wrong key, another row's value, or changed content.
 */
public class SecretUnreadableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public SecretUnreadableException(String message) {
		super(message);
	}

}
