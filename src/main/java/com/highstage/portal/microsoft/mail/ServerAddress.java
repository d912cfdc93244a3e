package com.highstage.portal.microsoft.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a mail server listens.
 *
 * @param host its name or address, an IPv6 address without brackets
 * @param port its port
 */
record ServerAddress(String host, int port) {

	private static final Pattern FORM = Pattern
		.compile("(?:([A-Za-z0-9.-]{1,253})|\\[([0-9A-Fa-f:.]{2,45})]):(\\d{1,5})");

	private static final int LAST_PORT = 65_535;

	ServerAddress {
		if (port < 1 || port > LAST_PORT) {
			throw new IllegalArgumentException("not a port: " + port);
		}
	}

	/**
	 * Reads a setting; public because Spring only calls such methods.
	 * @param text {@code host:port}
	 * @return the address
	 */
	public static ServerAddress valueOf(String text) {
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			throw new IllegalArgumentException("not host:port: " + text);
		}
		String host = (form.group(1) != null) ? form.group(1) : form.group(2);
		return new ServerAddress(host, Integer.parseInt(form.group(3)));
	}

}
