package com.highstage.portal.operator.action;

import java.util.List;

/**
 * Invited customers of whom one may be the organisation that came by itself.
 */
public interface Candidates {

	/**
	 * Searches as the list does.
	 * @param text words that each have to begin a word of the customer's; empty for all
	 * @return a few, the newest first
	 */
	List<Candidate> search(String text);

}
