package com.highstage.portal.tenant;

/**
 * A person, as the pair of claims that identifies one: {@code tid} and {@code oid}. Mail
 * addresses and sign-in names change and can be forged across organisations.
 *
 * @param tenant the organisation in which the person signed in
 * @param objectId the person's object in that organisation
 */
public record PersonId(TenantId tenant, ObjectId objectId) {

}
