package com.highstage.portal.account;

/**
 * The Microsoft services for which a person's delegated token is kept.
 */
public enum Resource {

	/** Microsoft Graph with the sign-in scopes only: {@code User.Read}. */
	GRAPH_PROFILE,

	/** Microsoft Graph with {@code Application.ReadWrite.All}. */
	GRAPH_APPLICATIONS,

	/** Exchange Online with {@code Exchange.Manage}. */
	EXCHANGE

}
