package com.highstage.portal.credential;

import java.time.Clock;

import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.cipher.TestVault;

/**
 * The real credentials, for tests without a Spring context.
 */
public final class TestCredentials {

	private TestCredentials() {
	}

	/**
	 * Stores credentials, sealed for a recipient that counts as proven. Use it within a
	 * transaction.
	 * @param database where to
	 * @param clock says when
	 * @return the credentials
	 */
	public static Credentials on(Database database, Clock clock) {
		return on(database, TestVault.sealing(clock), clock);
	}

	/**
	 * Stores credentials. Use it within a transaction.
	 * @param database where to
	 * @param sealing for whom
	 * @param clock says when
	 * @return the credentials
	 */
	public static Credentials on(Database database, CredentialSealing sealing, Clock clock) {
		return new JdbcCredentials(new JdbcCredentialRows(database.jdbc()), sealing, TestVault.box(),
				TestAudit.trail(database, clock), TestRegistration.moves(database, clock), clock);
	}

}
