package com.highstage.portal.renewal;

import java.util.Optional;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.tenant.ConnectionId;

/**
 * The removal of former secrets at Microsoft.
 */
public interface Retirements {

	/**
	 * Why the last try to remove a connection's former secrets did not succeed.
	 * @param connection the connection
	 * @return empty if none was made, or it did
	 */
	Optional<Explanation> setback(ConnectionId connection);

}
