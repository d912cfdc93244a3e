package com.highstage.portal.registration;

/**
 * Makes sure that what was committed survives a loss of power.
 */
interface Durability {

	/**
	 * Returns once everything committed so far is on the disk.
	 */
	void sync();

}
