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

}
