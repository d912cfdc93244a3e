package com.highstage.portal.operator.desk;

import java.util.List;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Troubles;

/**
 * Nothing is wrong with any connection.
 */
final class NoTroubles implements Troubles {

	@Override
	public boolean found(Trouble trouble) {
		throw new UnsupportedOperationException("nothing is ever found");
	}

	@Override
	public boolean mended(ConnectionId connection, Trouble.Kind kind, String subject) {
		return false;
	}

	@Override
	public List<Trouble> of(ConnectionId connection) {
		return List.of();
	}

}
