package com.highstage.portal.consent;

import java.net.URI;

import org.springframework.stereotype.Component;

import com.highstage.portal.site.PortalProperties;

/**
 * Where Microsoft's consent pages send people back to; registered with the portal's own
 * application and with each customer's.
 */
@Component
public class ConsentCallback {

	/** The callback's path. */
	public static final String PATH = "/consent/callback";

	private final PortalProperties portal;

	ConsentCallback(PortalProperties portal) {
		this.portal = portal;
	}

	/**
	 * The redirect URI.
	 * @return the whole address
	 */
	public URI address() {
		return this.portal.page(PATH);
	}

}
