package com.highstage.portal.account;

/**
 * Somebody of Highstage who may see where customers stand; resolved from the session for
 * controller arguments of this type, and for nobody else.
 *
 * @param person who it is, in the vendor's own organisation
 * @param mayChange whether they may also invite and help customers
 */
public record StaffMember(Person person, boolean mayChange) {

}
