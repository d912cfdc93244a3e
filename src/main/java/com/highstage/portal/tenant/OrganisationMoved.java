package com.highstage.portal.tenant;

/**
 * Something that people can see of an organisation's connection has changed: a step, the
 * application, the credential, whether it works. Published in the transaction that
 * changes it, so that what is derived from it changes with it. Whoever writes rows of
 * their own when they hear it does so just before the commit: it is published while the
 * transaction may yet wait for others.
 *
 * @param tenant the organisation
 */
public record OrganisationMoved(TenantId tenant) {

}
