package com.highstage.portal.registration;

import java.util.UUID;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.tenant.ConnectionId;

/**
 * On whose behalf, for what and under which lease something is changed at Microsoft.
 *
 * @param connection the connection
 * @param onboarding the journey
 * @param step the journey's step, as it stands in the attempts
 * @param delegation whose token is sent
 * @param actor the same person, for the audit trail
 * @param lease asked within each transaction
 */
public record Work(ConnectionId connection, UUID onboarding, String step, Delegation delegation, Actor actor,
		Lease lease) {

	/**
	 * The right to work on a journey, which somebody else may have taken over meanwhile.
	 */
	public interface Lease {

		/**
		 * Which holder of the lease this is.
		 * @return rises with each holder
		 */
		long epoch();

		/**
		 * Holds the lease for the rest of the transaction, and for longer afterwards.
		 * @throws LeaseLostException if somebody else has it
		 */
		void hold();

	}

}
