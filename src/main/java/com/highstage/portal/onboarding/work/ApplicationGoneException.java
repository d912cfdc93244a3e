package com.highstage.portal.onboarding.work;

/**
 * The application that was registered is not there any more: register again.
 */
class ApplicationGoneException extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
