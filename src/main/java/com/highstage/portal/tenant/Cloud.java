package com.highstage.portal.tenant;

/**
 * The national clouds of Microsoft 365; an organisation lives in exactly one.
 */
public enum Cloud {

	/** The worldwide cloud, GCC included. */
	GLOBAL,

	/** US government, GCC High. */
	GCC_HIGH,

	/** US Department of Defense. */
	DOD,

	/** Operated by 21Vianet in China. */
	CHINA

}
