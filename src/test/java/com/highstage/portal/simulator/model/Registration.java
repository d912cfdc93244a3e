package com.highstage.portal.simulator.model;

import java.time.Instant;

/**
 * An application as Exchange Online knows it: what {@code New-ServicePrincipal} makes.
 *
 * @param appId the application's client id
 * @param objectId what the administrator said the enterprise application's id was
 * @param displayName its name in Exchange
 * @param since when it was registered
 * @param microsofts whether it is one of Microsoft's own
 */
public record Registration(String appId, String objectId, String displayName, Instant since, boolean microsofts) {

	public boolean is(String identity) {
		return this.appId.equalsIgnoreCase(identity) || this.objectId.equalsIgnoreCase(identity)
				|| this.displayName.equalsIgnoreCase(identity);
	}

}
