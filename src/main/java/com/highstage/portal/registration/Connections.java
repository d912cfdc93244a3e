package com.highstage.portal.registration;

import java.util.Optional;

import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Every organisation's connection. Changes run in the caller's transaction, which raises
 * {@code change} just before it commits.
 */
public interface Connections {

	/**
	 * The organisation's connection that is not ended.
	 * @param tenant the organisation
	 * @return the connection, if there is one
	 */
	Optional<Connection> find(TenantId tenant);

	/**
	 * The organisation's connection, or the last one that has ended.
	 * @param tenant the organisation
	 * @return empty if it never had one
	 */
	Optional<Connection> latest(TenantId tenant);

	/**
	 * The generation of the organisation's next connection.
	 * @param tenant the organisation
	 * @return 1 at first, higher after each confirmed removal
	 */
	int nextGeneration(TenantId tenant);

	/**
	 * One connection.
	 * @param id the connection
	 * @return what is known of it
	 */
	Connection get(ConnectionId id);

	/**
	 * Whether a connection has ended.
	 * @param id the connection
	 * @return true from {@link #end} on
	 */
	boolean isEnded(ConnectionId id);

	/**
	 * The organisation's connection, made if there is none.
	 * @param tenant the organisation
	 * @param organisationName its display name
	 * @param cloud where it lives
	 * @param shown whether Highstage sees it once it is finished
	 * @return the one connection of the organisation
	 * @throws ConnectionEndedException if it has ended and its removal is not over yet
	 */
	Connection findOrCreate(TenantId tenant, PlainName organisationName, Cloud cloud, boolean shown);

	/**
	 * Lets Highstage see the organisation's connection, under its own reference.
	 * @param tenant the organisation
	 * @param reference the reference that Highstage has for the customer; empty for none
	 */
	void identify(TenantId tenant, String reference);

	/**
	 * Remembers what is known of the application.
	 * @param id the connection
	 * @param application what is known now
	 */
	void update(ConnectionId id, Connection.OurApplication application);

	/**
	 * Notes that a new credential was stored.
	 * @param id the connection
	 */
	void credentialChanged(ConnectionId id);

	/**
	 * Remembers a check that passed; the connection is finished from then on.
	 * @param id the connection
	 * @param check what was found
	 */
	void passed(ConnectionId id, Connection.PassedCheck check);

	/**
	 * Says to Highstage whether a connection needs somebody's attention; without effect
	 * if it is said already, or the connection has ended.
	 * @param id the connection
	 * @param needed whether it does
	 */
	void attention(ConnectionId id, boolean needed);

	/**
	 * Ends a connection: Highstage sees it as ended and without a credential. It stays
	 * the organisation's connection until it is released.
	 * @param id the connection
	 */
	void end(ConnectionId id);

	/**
	 * Lets the organisation have another connection after one that has ended.
	 * @param id the connection
	 * @param removed whether it is confirmed that its application is gone, so that the
	 * next one needs a name of its own
	 */
	void release(ConnectionId id, boolean removed);

}
