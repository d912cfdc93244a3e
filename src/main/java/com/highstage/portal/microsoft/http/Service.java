package com.highstage.portal.microsoft.http;

/**
 * The services of Microsoft that are called over HTTP, as figures name them.
 */
public enum Service {

	/** Sign-in and tokens. */
	ENTRA,

	/** The directory. */
	GRAPH,

	/** Exchange Online's commands. */
	EXCHANGE

}
