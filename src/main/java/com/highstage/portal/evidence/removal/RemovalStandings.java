package com.highstage.portal.evidence.removal;

import java.util.Optional;

import com.highstage.portal.tenant.ConnectionId;

/**
 * Where removals stand, for those who only look.
 */
@FunctionalInterface
public interface RemovalStandings {

	/**
	 * The last removal of a connection.
	 * @param connection the connection
	 * @return where it stands, if there was one
	 */
	Optional<Removal.Standing> of(ConnectionId connection);

}
