package com.highstage.portal.credential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.vault.Credential;

/**
 * The versions of each connection's credential. Everything here runs in the caller's
 * transaction.
 */
public interface Credentials {

	/**
	 * Seals a credential and stores it with a working copy as the connection's newest;
	 * the former newest becomes superseded.
	 * @param credential the credential's value
	 * @param issued what it is
	 * @return its version, with the next sequence
	 * @throws IllegalStateException if there is no proven recipient key, or the
	 * connection has ended
	 * @throws org.springframework.dao.DuplicateKeyException if another transaction stored
	 * a version at the same time, or this one is stored already
	 */
	CredentialVersion store(Credential credential, IssuedCredential issued);

	/**
	 * Offers a version to Highstage in place of the one before, because a check has
	 * passed with it; without effect if it is offered already, or no longer exists.
	 * @param connection whose credential
	 * @param sequence which version
	 */
	void offer(ConnectionId connection, long sequence);

	/**
	 * The version that Highstage is offered.
	 * @param connection whose credential
	 * @return empty before the first check has passed, and once it was removed or erased
	 */
	Optional<CredentialVersion> offered(ConnectionId connection);

	/**
	 * Notes that Highstage uses a version. What was never offered, is acknowledged
	 * already, or was erased since, is left as it is.
	 * @param connection whose credential
	 * @param sequence which version
	 * @return whether this was news; {@link CredentialAcknowledged} is published then
	 */
	boolean acknowledge(ConnectionId connection, long sequence);

	/**
	 * The newest version, unless it was removed.
	 * @param connection whose credential
	 * @return that version
	 */
	Optional<CredentialVersion> newest(ConnectionId connection);

	/**
	 * All versions, the newest first.
	 * @param connection whose credential
	 * @return the versions
	 */
	List<CredentialVersion> versions(ConnectionId connection);

	/**
	 * The versions that may still open something at Microsoft: neither removed nor
	 * expired, the newest first.
	 * @param connection whose credential
	 * @return the versions
	 */
	List<CredentialVersion> live(ConnectionId connection);

	/**
	 * The newest version's value for checks, while the working copy is kept (until the
	 * check has passed, a newer version came or it was removed; 7 days at most).
	 * @param connection whose credential
	 * @return the value, or empty once it was erased
	 */
	Optional<Credential> workingCopy(ConnectionId connection);

	/**
	 * Erases the working copies of a connection, because the check has passed.
	 * @param connection whose credential
	 */
	void eraseWorkingCopies(ConnectionId connection);

	/**
	 * Erases working copies older than 7 days, of every connection.
	 * @return how many were erased
	 */
	int eraseOldWorkingCopies();

	/**
	 * Erases every stored value of a connection, the sealed ones too, because it ends;
	 * where each version stands at Microsoft stays known.
	 * @param connection whose credential
	 */
	void erase(ConnectionId connection);

	/**
	 * Notes that this secret no longer exists at Microsoft; without effect if it was
	 * never stored, as after a lost answer.
	 * @param connection whose credential
	 * @param keyId its id at Microsoft
	 */
	void removed(ConnectionId connection, UUID keyId);

}
