package com.highstage.portal.microsoft;

/**
 * A call to Microsoft that did not succeed; its {@link Failure} says why and what to do.
 */
public class MicrosoftException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Failure failure;

	public MicrosoftException(Failure failure) {
		super(failure.kind() + " " + failure.status() + " " + failure.code() + " [" + failure.reference() + "]");
		this.failure = failure;
	}

	/**
	 * Why it did not succeed.
	 * @return the failure
	 */
	public Failure failure() {
		return this.failure;
	}

}
