package com.highstage.portal.site;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach the portal.
 *
 * @param url the public address, https or on localhost, without path
 */
@ConfigurationProperties("portal")
public record PortalProperties(URI url) {

	/**
	 * A page's address for people outside: links, redirect addresses.
	 * @param path the page's path, beginning with a slash
	 * @return the whole address
	 */
	public URI page(String path) {
		return this.url.resolve(path);
	}

	/**
	 * A page's address for people of one organisation, guests there included: Microsoft
	 * would sign a guest in at home.
	 * @param organisation the organisation's id
	 * @param path the page's path, beginning with a slash
	 * @return the whole address
	 */
	public URI page(String organisation, String path) {
		return page("/sign-in?organisation=" + organisation + "&then=" + path);
	}

}
