package com.highstage.portal.tenant;

import java.net.URI;

/**
 * The national clouds of Microsoft 365 and their addresses; an organisation lives in
 * exactly one.
 *
 * @see <a href="https://learn.microsoft.com/graph/deployments">National cloud
 * deployments</a>
 */
public enum Cloud {

	/** The worldwide cloud, GCC included. */
	GLOBAL("login.microsoftonline.com", "graph.microsoft.com", "outlook.office365.com", "smtp.office365.com"),

	/** US government, GCC High. */
	GCC_HIGH("login.microsoftonline.us", "graph.microsoft.us", "outlook.office365.us", "smtp.office365.us"),

	/** US Department of Defense. */
	DOD("login.microsoftonline.us", "dod-graph.microsoft.us", "outlook-dod.office365.us", "outlook-dod.office365.us"),

	/** Operated by 21Vianet in China. */
	CHINA("login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn", "partner.outlook.cn",
			"partner.outlook.cn");

	private final URI login;

	private final URI graph;

	private final URI outlook;

	private final String smtpHost;

	Cloud(String login, String graph, String outlook, String smtp) {
		this.login = URI.create("https://" + login);
		this.graph = URI.create("https://" + graph);
		this.outlook = URI.create("https://" + outlook);
		this.smtpHost = smtp;
	}

	/**
	 * Where people and applications sign in.
	 * @return the address, without a slash at its end
	 */
	public URI login() {
		return this.login;
	}

	/**
	 * Microsoft Graph: its address and the name of its scopes.
	 * @return the address, without version and without a slash at its end
	 */
	public URI graph() {
		return this.graph;
	}

	/**
	 * Exchange Online: its address, the host of IMAP and POP, and the name of its scopes.
	 * @return the address, without a slash at its end
	 */
	public URI outlook() {
		return this.outlook;
	}

	/**
	 * Where mail is submitted.
	 * @return the host
	 */
	public String smtpHost() {
		return this.smtpHost;
	}

}
