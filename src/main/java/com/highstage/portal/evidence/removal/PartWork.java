package com.highstage.portal.evidence.removal;

/**
 * What is done for one part of a removal.
 */
interface PartWork {

	Part part();

	/**
	 * Does as much as can be done: reads first, changes only what is there.
	 * @param run the run
	 * @param before what was known of the part
	 * @return where it stands now
	 * @throws com.highstage.portal.microsoft.MicrosoftException if Microsoft did not
	 * answer so
	 */
	PartRecord advance(RemovalRun run, PartRecord before);

}
