package com.highstage.portal.registration;

/**
 * Somebody else works on the journey meanwhile; the result of this work is refused.
 */
public class LeaseLostException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public LeaseLostException(String message) {
		super(message);
	}

}
