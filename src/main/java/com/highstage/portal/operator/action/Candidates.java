package com.highstage.portal.operator.action;

import java.util.List;

/**
 * Invited customers of whom one may be the organisation that came by itself.
 */
public interface Candidates {

	/**
	 * Searches by name, reference and address.
	 * @param text a part of one of them; empty for the newest
	 * @return a few
	 */
	List<Candidate> search(String text);

}
