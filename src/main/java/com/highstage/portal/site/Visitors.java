package com.highstage.portal.site;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the layout who is signed in; implemented where people sign in.
 */
public interface Visitors {

	/**
	 * Finds the signed-in person of a request.
	 * @param request the request
	 * @return the person, or empty for a stranger
	 */
	Optional<Visitor> find(HttpServletRequest request);

}
