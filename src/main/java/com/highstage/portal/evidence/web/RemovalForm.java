package com.highstage.portal.evidence.web;

/**
 * The typed confirmation of a removal.
 *
 * @param name the name of the organisation or the application, as typed
 */
record RemovalForm(String name) {

	/**
	 * What can be wrong with it; message {@code removal.mistake.<name>}.
	 */
	enum Mistake {

		/** It is neither name. */
		OTHER_NAME

	}

}
