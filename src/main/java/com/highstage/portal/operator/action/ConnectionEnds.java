package com.highstage.portal.operator.action;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.TenantId;

/**
 * Knows whether an organisation's connection has ended.
 */
@Component
class ConnectionEnds {

	private final Connections connections;

	ConnectionEnds(Connections connections) {
		this.connections = connections;
	}

	/**
	 * Whether the last connection of an organisation has ended and no other has begun.
	 * @param tenant the organisation; null if it is not known
	 * @return false if it never had one
	 */
	boolean haveEnded(@Nullable TenantId tenant) {
		return tenant != null
				&& this.connections.latest(tenant).map(Connection::id).filter(this.connections::isEnded).isPresent();
	}

	/**
	 * Whether what was made for the last connection is still to be taken back.
	 * @param tenant the organisation
	 * @return false once another connection can begin
	 */
	boolean isBeingRemoved(TenantId tenant) {
		return this.connections.find(tenant).map(Connection::id).filter(this.connections::isEnded).isPresent();
	}

}
