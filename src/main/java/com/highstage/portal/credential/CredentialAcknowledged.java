package com.highstage.portal.credential;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * Highstage has said that it uses a version of a connection's credential: what came
 * before may go. Published within the transaction that notes it.
 *
 * @param tenant the organisation
 * @param connection whose credential
 * @param sequence which version
 */
public record CredentialAcknowledged(TenantId tenant, ConnectionId connection, long sequence) {

}
